# METADATA
# title: Tokens do not travel in addresses
# description: "The implicit flow hands the token out in the address of a page, where history, logs and other scripts find it; a callback in plain HTTP hands it to everybody on the way."
# custom:
#   id: AWS-COGNITO-005
#   severity: high
#   types: [aws_cognito_user_pool_client]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-8]
#   fix: "Use the flow `code` (with PKCE) and callbacks of `https://`."
#   unknown: defer
package aws.cognito.flows

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} hands tokens out in addresses (allowed_oauth_flows)") if {
	input.type == "aws_cognito_user_pool_client"
	some flow in input.after.allowed_oauth_flows
	flow == "implicit"
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} sends users to {url} in plain HTTP (callback_urls)") if {
	input.type == "aws_cognito_user_pool_client"
	some url in input.after.callback_urls
	startswith(url, "http://")
	not startswith(url, "http://localhost")
}
