# METADATA
# title: Memory and timeout are chosen
# description: "Lambda's defaults, 128 MB with a twelfth of a processor and 3 s, are nobody's choice: a cold start alone may take longer, and each timeout is a retry."
# custom:
#   id: AWS-LAMBDA-010
#   severity: low
#   types: [aws_lambda_function]
#   stages: [synth, plan]
#   aliases: [LambdaDefaultMemorySize, LambdaDefaultTimeout]
#   controls: [NIST-SC-5]
#   fix: Set `memory_size` above 128 and `timeout` above 3; in a declaration, `processor.memory` and `processor.timeout`.
#   unknown: defer
package aws.lambda.sizes

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} runs with {memory} MB, the least there is") if {
	input.type == "aws_lambda_function"
	memory <= 128
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} is stopped after {timeout} s, the default or less") if {
	input.type == "aws_lambda_function"
	timeout <= 3
}

# The provider's defaults stand in for what is not set.
default memory := 128

memory := input.after.memory_size

default timeout := 3

timeout := input.after.timeout
