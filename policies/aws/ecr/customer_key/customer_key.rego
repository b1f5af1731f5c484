# METADATA
# title: Images are encrypted with a key of ours
# description: "ECR encrypts them anyway; a key of our own says who may read them, and can be taken away."
# custom:
#   id: AWS-ECR-003
#   severity: low
#   types: [aws_ecr_repository]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_136, AWS-0033]
#   controls: [NIST-SC-12, NIST-SC-28]
#   fix: "Set `encryption_configuration.encryption_type` to `KMS`, with a `kms_key`."
#   unknown: defer
package aws.ecr.customer_key

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours (encryption_configuration)") if {
	input.type == "aws_ecr_repository"
	not own_key
}

own_key if {"KMS", "KMS_DSSE"}[input.after.encryption_configuration[0].encryption_type]
