# METADATA
# title: A token is taken by whom it was made for
# description: "Without an audience every token of the issuer opens the API, also one that another application was given."
# custom:
#   id: AWS-APIGW-004
#   severity: high
#   types: [aws_apigatewayv2_authorizer]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-IA-5]
#   fix: "Set `jwt_configuration.audience` to the ids of the clients that may call."
#   unknown: set
package aws.apigateway.audience

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} takes tokens that were made for anybody (jwt_configuration.audience)") if {
	input.type == "aws_apigatewayv2_authorizer"
	input.after.authorizer_type == "JWT"
	not names_somebody
	not input.unknown.jwt_configuration
}

names_somebody if count(input.after.jwt_configuration[0].audience) > 0
