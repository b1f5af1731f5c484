# METADATA
# title: Functions of development cost nothing at rest
# description: "Provisioned concurrency spares visitors a cold start, and is paid for around the clock. Where the stack or the tag `environment` says that it may be thrown away nobody waits, and more than 3008 MB are more often a slip than a need."
# custom:
#   id: AWS-LAMBDA-020
#   severity: low
#   types: [aws_lambda_function, aws_lambda_provisioned_concurrency_config]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Leave the `aws_lambda_provisioned_concurrency_config` out, and set `memory_size` to 3008 at most; in a declaration, `processor.memory`."
#   unknown: defer
package aws.lambda.idle

import data.lib.report
import data.lib.throwaway

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps {input.after.provisioned_concurrent_executions} instances warm and is not production") if {
	input.type == "aws_lambda_provisioned_concurrency_config"
	throwaway.here
	is_number(input.after.provisioned_concurrent_executions)
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} has {input.after.memory_size} MB and is not production (3008 are plenty)") if {
	input.type == "aws_lambda_function"
	throwaway.here
	is_number(input.after.memory_size)
	input.after.memory_size > 3008
}
