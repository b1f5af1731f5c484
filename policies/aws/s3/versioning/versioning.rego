# METADATA
# title: Objects can be brought back
# description: "Without versions a delete or an overwrite is final, whoever made it."
# custom:
#   id: AWS-S3-005
#   severity: medium
#   types: [aws_s3_bucket, aws_s3_bucket_versioning]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_21, AWS-0090, S3BucketVersioningEnabled]
#   controls: [NIST-CP-9]
#   fix: Add an `aws_s3_bucket_versioning` with `status` `Enabled`.
#   unknown: set
package aws.s3.versioning

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps no versions of its objects") if {
	input.type == "aws_s3_bucket"
	not input.links.versionings[0]
	not input.unresolved.versionings
	not input.after.versioning[0].enabled
	not input.unknown.versioning
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} has the status {status}: a delete is final") if {
	input.type == "aws_s3_bucket_versioning"
	status := input.after.versioning_configuration[0].status
	status != "Enabled"
}
