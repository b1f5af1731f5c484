# METADATA
# title: A GraphQL API asks who calls, and not for a key alone
# description: An API key is one secret for everybody, which every page and every app hands out. Tokens say who calls.
# custom:
#   id: AWS-APPSYNC-001
#   severity: high
#   types: [aws_appsync_graphql_api]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-3, NIST-IA-2]
#   fix: "Set `authentication_type` to `OPENID_CONNECT`, `AMAZON_COGNITO_USER_POOLS`, `AWS_IAM` or `AWS_LAMBDA`, and leave `API_KEY` out of every `additional_authentication_provider`."
#   unknown: defer
package aws.appsync.authentication

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets in whoever has a key (API_KEY)") if {
	input.type == "aws_appsync_graphql_api"
	by_key
}

by_key if input.after.authentication_type == "API_KEY"

by_key if input.after.additional_authentication_provider[_].authentication_type == "API_KEY"
