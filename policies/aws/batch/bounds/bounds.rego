# METADATA
# title: Computing is bounded, and costs nothing at rest
# description: "A job that submits jobs takes all that the environment may have. Cores that are kept (`min_vcpus`) are paid for with nothing to do."
# custom:
#   id: AWS-BATCH-003
#   severity: low
#   types: [aws_batch_compute_environment]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Lower `compute_resources.max_vcpus` to 256 and `min_vcpus` to 0, or exempt the environment with the reason."
#   unknown: defer
package aws.batch.bounds

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} may take {most} cores (256 are usual at most)") if {
	input.type == "aws_batch_compute_environment"
	most := input.after.compute_resources[0].max_vcpus
	is_number(most)
	most > 256
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps {least} cores with nothing to do (min_vcpus)") if {
	input.type == "aws_batch_compute_environment"
	least := input.after.compute_resources[0].min_vcpus
	is_number(least)
	least > 0
}
