# METADATA
# title: What a function costs at rest is bounded
# description: "Provisioned concurrency and disk beyond 512 MB are paid for by the second, used or not. A large number is more often a slip than a need."
# custom:
#   id: AWS-LAMBDA-019
#   severity: low
#   types: [aws_lambda_function, aws_lambda_provisioned_concurrency_config]
#   stages: [synth, plan]
#   aliases: []
#   controls: []
#   fix: Lower `ephemeral_storage.size` to 2048 or `provisioned_concurrent_executions` to 50, or exempt the resource with the reason.
#   unknown: defer
package aws.lambda.cost

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} has {input.after.ephemeral_storage[0].size} MB of disk (2048 are cheap)") if {
	input.type == "aws_lambda_function"
	is_number(input.after.ephemeral_storage[0].size)
	input.after.ephemeral_storage[0].size > 2048
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps {input.after.provisioned_concurrent_executions} instances warm (50 are usual at most)") if {
	input.type == "aws_lambda_provisioned_concurrency_config"
	is_number(input.after.provisioned_concurrent_executions)
	input.after.provisioned_concurrent_executions > 50
}
