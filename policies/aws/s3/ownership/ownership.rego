# METADATA
# title: ACLs are switched off
# description: "With `BucketOwnerEnforced` every object is ours and only policies grant access: one place to read, one place to judge."
# custom:
#   id: AWS-S3-008
#   severity: low
#   types: [aws_s3_bucket_ownership_controls]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_65]
#   controls: [NIST-AC-3]
#   fix: Set `object_ownership` to `BucketOwnerEnforced`.
#   unknown: defer
package aws.s3.ownership

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} leaves ACLs on ({ownership})") if {
	input.type == "aws_s3_bucket_ownership_controls"
	ownership := input.after.rule[0].object_ownership
	ownership != "BucketOwnerEnforced"
}
