# METADATA
# title: Functions say where they log
# description: "A function that names no log group logs to one that Lambda makes where none of that name exists: in clear and kept for ever."
# custom:
#   id: AWS-LAMBDA-009
#   severity: low
#   types: [aws_lambda_function]
#   stages: [synth, plan]
#   aliases: [LambdaLogging, LambdaLogLevel]
#   controls: [NIST-AU-12]
#   fix: Set `logging_config` with the `log_group`, an `aws_cloudwatch_log_group` with a retention.
#   unknown: set
package aws.lambda.log_group

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} names no log group") if {
	input.type == "aws_lambda_function"
	not named
}

named if input.after.logging_config[0].log_group != ""

named if input.unknown.logging_config
