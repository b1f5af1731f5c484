# METADATA
# title: The logs of application load balancers can be written
# description: "They come where S3's own key encrypts, and nowhere else: with a key of ours AWS refuses the bucket when it is applied, and a bucket that is changed later gets no more logs."
# custom:
#   id: AWS-LB-011
#   severity: medium
#   types: [aws_s3_bucket_server_side_encryption_configuration]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AU-12]
#   fix: "Set `sse_algorithm` to `AES256`, or let the load balancer write to another bucket."
#   unknown: defer
package aws.lb.log_encryption

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} encrypts with {algorithm}: no load balancer's access logs are written there") if {
	input.type == "aws_s3_bucket_server_side_encryption_configuration"
	algorithm := input.after.rule[0].apply_server_side_encryption_by_default[0].sse_algorithm
	algorithm != "AES256"
	some balancer in input.links.bucket[_].links.balancers
	not of_packets(balancer)
}

# Logs of a network load balancer are delivered with any key that lets them.
of_packets(balancer) if balancer.after.load_balancer_type == "network"
