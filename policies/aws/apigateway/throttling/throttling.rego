# METADATA
# title: Stages have a limit of their own
# description: "Without one a single client takes the limit of the whole account, and every other API with it."
# custom:
#   id: AWS-APIGW-001
#   severity: medium
#   types: [aws_apigatewayv2_stage, aws_api_gateway_method_settings]
#   stages: [synth, plan]
#   aliases: [APIGWDefaultThrottling]
#   controls: [NIST-SC-5]
#   fix: "Set `default_route_settings.throttling_rate_limit` (REST: `settings.throttling_rate_limit`) and the burst."
#   unknown: defer
package aws.apigateway.throttling

import data.lib.report

types := {"aws_apigatewayv2_stage", "aws_api_gateway_method_settings"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no limit of its own (throttling_rate_limit)") if {
	types[input.type]
	not limited
}

limited if input.after.default_route_settings[0].throttling_rate_limit > 0

# REST: -1 is the account's.
limited if input.after.settings[0].throttling_rate_limit > 0
