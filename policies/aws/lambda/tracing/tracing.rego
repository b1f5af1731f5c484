# METADATA
# title: Functions are traced
# description: "A trace shows where a slow or failed invocation spent its time, across services. `PassThrough` traces only what a caller chose to trace."
# custom:
#   id: AWS-LAMBDA-005
#   severity: low
#   types: [aws_lambda_function]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_50, AWS-0066, LambdaTracing]
#   controls: [NIST-AU-12]
#   fix: Set `tracing_config` with `mode` `Active`.
#   unknown: defer
package aws.lambda.tracing

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not traced") if {
	input.type == "aws_lambda_function"
	not traced
	not at_the_edge
}

# Lambda@Edge takes no tracing: AWS-LAMBDA-021.
at_the_edge if input.links.distributions[_]

traced if input.after.tracing_config[0].mode == "Active"
