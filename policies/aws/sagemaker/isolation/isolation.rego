# METADATA
# title: The container of a model reaches nothing
# description: "A container runs code of whoever made the image and the model. With a way out it can send away what it is asked, and use the role of the endpoint. Of what is served serverless alone SageMaker takes no isolation."
# custom:
#   id: AWS-SAGEMAKER-002
#   severity: medium
#   types: [aws_sagemaker_model]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_370]
#   controls: [NIST-SC-7]
#   fix: "Set `enable_network_isolation` to true."
#   unknown: set
package aws.sagemaker.isolation

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets its container reach the network (enable_network_isolation)") if {
	input.type == "aws_sagemaker_model"
	not input.after.enable_network_isolation == true
	not input.unknown.enable_network_isolation
	has_way_out
}

has_way_out if input.after.vpc_config[0]

has_way_out if input.unknown.vpc_config

# What is served serverless has no instance.
has_way_out if {
	some configuration in input.links.serving
	some variant in configuration.after.production_variants
	is_string(variant.instance_type)
}
