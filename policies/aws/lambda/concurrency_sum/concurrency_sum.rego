# METADATA
# title: Pollers do not outrun the function
# description: "What the pollers of all mappings may run at once must fit into the reserved concurrency, or calls are throttled, count as attempts and send good messages to the dead-letter queue."
# custom:
#   id: AWS-LAMBDA-013
#   severity: high
#   types: [aws_lambda_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: Lower the `maximum_concurrency` of the mappings or raise `reserved_concurrent_executions`; in a declaration, `processor.maximumConcurrency` and `processor.reservedConcurrency`.
#   unknown: defer
package aws.lambda.concurrency_sum

import data.lib.report
import data.lib.text

# https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
deny contains report.violation(rego.metadata.chain(), $"{input.address} reserves {reserved}, its pollers run up to {total} at once ({names})") if {
	input.type == "aws_lambda_function"
	reserved := input.after.reserved_concurrent_executions
	reserved > 0
	total := sum([bound | some bound in bounds])
	total > reserved
	names := concat(", ", [address | some address, _ in bounds])
}

# By address: a mapping that names both the function and its alias counts once.
bounds := {mapping.address: block.maximum_concurrency |
	some mapping in array.concat(direct, through_aliases)
	some block in text.list(mapping.after.scaling_config)
}

default direct := []

direct := input.links.mappings

through_aliases := [mapping |
	some alias in input.links.aliases
	some mapping in alias.links.mappings
]
