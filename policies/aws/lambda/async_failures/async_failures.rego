# METADATA
# title: Asynchronous events that fail are kept
# description: "Lambda tries an asynchronous event twice more and then drops it. A destination or a dead-letter queue keeps it. Judged are functions that a service such as SNS, S3 or EventBridge may invoke, and configurations of asynchronous invocation."
# custom:
#   id: AWS-LAMBDA-011
#   severity: medium
#   types: [aws_lambda_function, aws_lambda_function_event_invoke_config]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_116, LambdaAsyncFailureDestination, LambdaDLQ]
#   controls: [NIST-SI-11]
#   fix: Add an `aws_lambda_function_event_invoke_config` with `destination_config.on_failure`, or set `dead_letter_config`.
#   unknown: set
package aws.lambda.async_failures

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} is invoked by {permission.after.principal} and drops events that fail") if {
	input.type == "aws_lambda_function"
	some permission in input.links.permissions
	asynchronous[permission.after.principal]
	not kept
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} drops events that fail") if {
	input.type == "aws_lambda_function_event_invoke_config"
	not delivered
	not dead_lettered
}

# https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
asynchronous := {
	"cloudformation.amazonaws.com",
	"codecommit.amazonaws.com",
	"config.amazonaws.com",
	"events.amazonaws.com",
	"iot.amazonaws.com",
	"logs.amazonaws.com",
	"s3.amazonaws.com",
	"scheduler.amazonaws.com",
	"ses.amazonaws.com",
	"sns.amazonaws.com",
}

kept if input.after.dead_letter_config[0].target_arn != ""

kept if input.unknown.dead_letter_config

kept if {
	some invocation in input.links.invocations
	some block in text.list(invocation.after.destination_config)
	some failed in text.list(block.on_failure)
	failed.destination
}

kept if input.links.invocations[_].unknown.destination_config

delivered if input.after.destination_config[0].on_failure[0].destination != ""

delivered if input.unknown.destination_config

# A plan writes a block that is not there as an empty list.
dead_lettered if {
	some called in input.links.function
	some block in text.list(called.after.dead_letter_config)
	block.target_arn
}

dead_lettered if input.links.function[_].unknown.dead_letter_config
