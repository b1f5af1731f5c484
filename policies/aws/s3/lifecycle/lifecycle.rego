# METADATA
# title: Buckets are tidied up
# description: "Without a lifecycle, parts of uploads that never ended and versions that nobody needs are stored and paid for, for ever."
# custom:
#   id: AWS-S3-006
#   severity: medium
#   types: [aws_s3_bucket]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_61]
#   controls: [NIST-SI-12]
#   fix: Add an `aws_s3_bucket_lifecycle_configuration`.
#   unknown: set
package aws.s3.lifecycle

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no lifecycle") if {
	input.type == "aws_s3_bucket"
	not tidied
}

tidied if input.links.lifecycles[_]

tidied if input.unresolved.lifecycles

tidied if input.after.lifecycle_rule[0].enabled

tidied if input.unknown.lifecycle_rule
