# METADATA
# title: Buckets block public access
# description: "Four switches keep a later ACL or policy from opening a bucket: all four belong on."
# custom:
#   id: AWS-S3-003
#   severity: critical
#   types: [aws_s3_bucket, aws_s3_bucket_public_access_block]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_53, CKV_AWS_54, CKV_AWS_55, CKV_AWS_56, CKV2_AWS_6, AWS-0086, AWS-0087, AWS-0091, AWS-0093, AWS-0094, S3BucketLevelPublicAccessProhibited]
#   controls: [CIS-AWS-2.1.4]
#   fix: "Add an `aws_s3_bucket_public_access_block` with all four set to true."
#   unknown: set
package aws.s3.public_access

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not block public access") if {
	input.type == "aws_s3_bucket"
	not input.links.blocks[0]
	not input.unresolved.blocks
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} leaves {name} off") if {
	input.type == "aws_s3_bucket_public_access_block"
	some name in off
}

off contains "block_public_acls" if {
	not input.after.block_public_acls
	not input.unknown.block_public_acls
}

off contains "block_public_policy" if {
	not input.after.block_public_policy
	not input.unknown.block_public_policy
}

off contains "ignore_public_acls" if {
	not input.after.ignore_public_acls
	not input.unknown.ignore_public_acls
}

off contains "restrict_public_buckets" if {
	not input.after.restrict_public_buckets
	not input.unknown.restrict_public_buckets
}
