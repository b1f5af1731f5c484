# METADATA
# title: Functions have bounded concurrency
# description: One function without a bound can take the whole account's.
# custom:
#   id: AWS-LAMBDA-003
#   severity: medium
#   types: [aws_lambda_function]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_115, LambdaConcurrency]
#   controls: [NIST-SC-5]
#   fix: Set `reserved_concurrent_executions` above 0; in a declaration, `processor.reservedConcurrency`.
#   unknown: defer
package aws.lambda.reserved_concurrency

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no reserved concurrency") if {
	input.type == "aws_lambda_function"
	not bounded
	not at_the_edge
}

# Its copies run in other regions, where a reservation of this one bounds nothing.
at_the_edge if input.links.distributions[_]

# The provider fills -1 where nothing is said; 0 switches the function off.
bounded if {
	is_number(input.after.reserved_concurrent_executions)
	input.after.reserved_concurrent_executions > 0
}
