# METADATA
# title: Stages are traced
# description: A trace that begins behind the API does not show what the caller waited for.
# custom:
#   id: AWS-APIGW-008
#   severity: low
#   types: [aws_api_gateway_stage]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_73, AWS-0003, APIGWXrayEnabled]
#   controls: [NIST-AU-12]
#   fix: "Set `xray_tracing_enabled`."
#   unknown: defer
package aws.apigateway.tracing

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not traced (xray_tracing_enabled)") if {
	input.type == "aws_api_gateway_stage"
	not input.after.xray_tracing_enabled
}
