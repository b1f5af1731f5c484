# METADATA
# title: Buckets are encrypted with a key of ours
# description: "The keys of S3 and the alias `alias/aws/s3` are AWS's: nobody can revoke them. A bucket key saves nearly all calls to KMS, which are paid for one by one. A bucket that a load balancer writes its access logs to is not judged: they come where S3's own key encrypts, and nowhere else (AWS-LB-011)."
# custom:
#   id: AWS-S3-009
#   severity: low
#   types: [aws_s3_bucket_server_side_encryption_configuration]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_145, AWS-0132, S3DefaultEncryptionKMS]
#   controls: [NIST-SC-28]
#   fix: Set `sse_algorithm` to `aws:kms`, `kms_master_key_id` to a key of ours, and `bucket_key_enabled` to true.
#   unknown: set
package aws.s3.customer_key

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not encrypt with a key of ours") if {
	input.type == "aws_s3_bucket_server_side_encryption_configuration"
	not keyed
	not takes_balancer_logs
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} asks KMS for every object (no bucket key)") if {
	input.type == "aws_s3_bucket_server_side_encryption_configuration"
	by_kms
	not input.after.rule[0].bucket_key_enabled
}

keyed if {
	by_kms
	key := input.after.rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id
	not endswith(key, "alias/aws/s3")
}

keyed if {
	by_kms
	input.unknown.rule
}

by_kms if startswith(input.after.rule[0].apply_server_side_encryption_by_default[0].sse_algorithm, "aws:kms")

takes_balancer_logs if input.links.bucket[_].links.balancers[_]
