# METADATA
# title: Variables fit into a function
# description: "Names and values of all variables together may have 4 KB; the apply fails otherwise. What is known only after apply is not counted."
# custom:
#   id: AWS-LAMBDA-018
#   severity: medium
#   types: [aws_lambda_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: Move what is large into Parameter Store or S3, and give the function its name.
#   unknown: set
package aws.lambda.variables_size

import data.lib.report

# https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
deny contains report.violation(rego.metadata.chain(), $"{input.address} has {size} bytes of variables, Lambda takes 4096") if {
	input.type == "aws_lambda_function"
	size > 4096
}

size := sum([bytes |
	some name, value in input.after.environment[0].variables
	bytes := count(name) + count(value)
])
