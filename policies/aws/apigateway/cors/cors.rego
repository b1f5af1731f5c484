# METADATA
# title: Not every site acts in the name of its visitors
# description: "`allow_credentials` with every origin lets any page call the API as whoever looks at it."
# custom:
#   id: AWS-APIGW-005
#   severity: high
#   types: [aws_apigatewayv2_api]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-4]
#   fix: "Name the origins in `cors_configuration.allow_origins`, or leave `allow_credentials` out."
#   unknown: defer
package aws.apigateway.cors

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets {origin} call with the credentials of its visitors (cors_configuration)") if {
	input.type == "aws_apigatewayv2_api"
	input.after.cors_configuration[0].allow_credentials == true
	some origin in input.after.cors_configuration[0].allow_origins
	every_site[origin]
}

every_site := {"*", "http://*", "https://*"}
