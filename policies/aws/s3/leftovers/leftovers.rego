# METADATA
# title: A lifecycle ends uploads and old versions
# description: "Both must hold for every object: a rule with a filter leaves the rest. Old versions and parts of broken uploads are not seen in a listing of the bucket, and paid for all the same."
# custom:
#   id: AWS-S3-007
#   severity: medium
#   types: [aws_s3_bucket_lifecycle_configuration]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_300]
#   controls: [NIST-SI-12]
#   fix: Add a rule without a filter, with `abort_incomplete_multipart_upload` and `noncurrent_version_expiration`.
#   unknown: defer
package aws.s3.leftovers

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps the parts of uploads that never ended") if {
	input.type == "aws_s3_bucket_lifecycle_configuration"
	not aborts
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps old versions for ever") if {
	input.type == "aws_s3_bucket_lifecycle_configuration"
	not expires
}

aborts if {
	some rule in effective
	some block in text.list(rule.abort_incomplete_multipart_upload)
	block.days_after_initiation > 0
}

expires if {
	some rule in effective
	some block in text.list(rule.noncurrent_version_expiration)
	block.noncurrent_days > 0
}

effective := [rule |
	some rule in text.list(input.after.rule)
	rule.status == "Enabled"
	count([value | some value in narrowing(rule); not empty[value]]) == 0
]

# Whatever makes a rule leave some objects out; `prefix` beside a filter is the older form.
narrowing(rule) := array.concat(
	[object.get(rule, "prefix", "")],
	[value | some filter in text.list(rule.filter); some value in filter],
)

empty := {"", [], {}}
