# METADATA
# title: Buckets say how they are encrypted
# description: The default key is S3's own; the choice must be in the configuration.
# custom:
#   id: AWS-S3-001
#   severity: high
#   types: [aws_s3_bucket]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_19, AWS-0088]
#   controls: [NIST-SC-28]
#   fix: "Add an `aws_s3_bucket_server_side_encryption_configuration`."
#   unknown: set
package aws.s3.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not say how it is encrypted") if {
	input.type == "aws_s3_bucket"
	not encrypted
}

encrypted if input.links.encryptions[_]

encrypted if input.unresolved.encryptions

encrypted if input.after.server_side_encryption_configuration[0].rule

encrypted if input.unknown.server_side_encryption_configuration
