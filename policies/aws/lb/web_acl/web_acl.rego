# METADATA
# title: What faces the internet has a web ACL
# description: Without one every scanner and every flood reaches the service itself.
# custom:
#   id: AWS-LB-007
#   severity: medium
#   types: [aws_lb, aws_alb]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_28, ALBWAFEnabled]
#   controls: [NIST-SC-7]
#   fix: "Add an `aws_wafv2_web_acl_association` with the ARN of the load balancer."
#   unknown: defer
package aws.lb.web_acl

import data.lib.report

types := {"aws_lb", "aws_alb"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} faces the internet without a web ACL") if {
	types[input.type]
	not of_packets
	not input.after.internal
	not guarded
}

guarded if input.links.web_acls[_]

of_packets if {"gateway", "network"}[input.after.load_balancer_type]
