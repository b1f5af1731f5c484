# METADATA
# title: Names of buckets have no dots
# description: "The certificate of S3 covers one label before its domain: a name with a dot cannot be called over TLS by its own host name."
# custom:
#   id: AWS-S3-010
#   severity: low
#   types: [aws_s3_bucket]
#   stages: [synth, plan]
#   aliases: [AWS-0320]
#   controls: [NIST-SC-8]
#   fix: Replace the dots in `bucket` by dashes.
#   unknown: defer
package aws.s3.names

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} has a dot in its name ({input.after.bucket})") if {
	input.type == "aws_s3_bucket"
	contains(input.after.bucket, ".")
}
