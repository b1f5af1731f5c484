# METADATA
# title: Stages log requests
# description: "Who asked for what, and who was refused, is in no metric."
# custom:
#   id: AWS-APIGW-002
#   severity: medium
#   types: [aws_apigatewayv2_stage, aws_api_gateway_stage]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_76, AWS-0001, APIGWAccessLogging]
#   controls: [NIST-AU-12]
#   fix: "Add `access_log_settings` with a log group and a `format`."
#   unknown: defer
package aws.apigateway.access_logs

import data.lib.report

types := {"aws_apigatewayv2_stage", "aws_api_gateway_stage"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs no requests (access_log_settings)") if {
	types[input.type]
	not input.after.access_log_settings[0].format
}
