# METADATA
# title: Disks of an endpoint are encrypted with a customer key
# description: "The disk of an instance holds the model and what it is asked. Under a key of AWS nobody can say who may read it. Instances with disks of their own encrypt those themselves, and SageMaker refuses a key for them; what is serverless has no disk."
# custom:
#   id: AWS-SAGEMAKER-001
#   severity: high
#   types: [aws_sagemaker_endpoint_configuration]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_98, SageMakerEndpointConfigurationKMSKeyConfigured]
#   controls: [NIST-SC-28]
#   fix: "Set `kms_key_arn` to a key of KMS that you own."
#   unknown: set
package aws.sagemaker.volumes

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not encrypt its disks with a customer key (kms_key_arn)") if {
	input.type == "aws_sagemaker_endpoint_configuration"
	has_volume
	not input.after.kms_key_arn
	not input.unknown.kms_key_arn
}

# https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html (KmsKeyId)
has_volume if {
	some variant in input.after.production_variants
	is_string(variant.instance_type)
	not regex.match(`^ml\.([a-z]+\d[a-z]*d[a-z]*|g5|g6e?|gr6|p4de?|p5e?n?|p6-?[a-z0-9]*|i\d[a-z]*|trn\d[a-z]*)\.`, variant.instance_type)
}
