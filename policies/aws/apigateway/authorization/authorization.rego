# METADATA
# title: Routes ask who calls
# description: "A route without authorization is for everybody who finds it. What is meant so is exempted, with its reason. Of a WebSocket API only `$connect` can ask."
# custom:
#   id: AWS-APIGW-003
#   severity: medium
#   types: [aws_apigatewayv2_route, aws_api_gateway_method]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_59, CKV_AWS_309, AWS-0004, APIGWAuthorization]
#   controls: [NIST-AC-3]
#   fix: "Set `authorization_type` to `JWT`, `AWS_IAM` or `CUSTOM` (REST: `authorization`)."
#   unknown: defer
package aws.apigateway.authorization

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets everybody call {input.after.route_key} (authorization_type)") if {
	input.type == "aws_apigatewayv2_route"
	asks
	not authorized
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets everybody call it by {input.after.http_method} (authorization)") if {
	input.type == "aws_api_gateway_method"
	input.after.http_method != "OPTIONS"
	not input.after.api_key_required
	not authorized
}

authorized if input.after.authorization_type != "NONE"

authorized if input.after.authorization != "NONE"

# A browser sends no credentials along when it asks what it may send.
asks if {
	contains(input.after.route_key, " ")
	not startswith(input.after.route_key, "OPTIONS ")
}

asks if input.after.route_key == "$connect"

asks if {
	input.after.route_key == "$default"
	input.links.api[_].after.protocol_type == "HTTP"
}
