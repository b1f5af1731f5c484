# METADATA
# title: Users can have a second factor
# description: A password that leaked elsewhere opens the account of everybody who used it twice.
# custom:
#   id: AWS-COGNITO-001
#   severity: medium
#   types: [aws_cognito_user_pool]
#   stages: [synth, plan]
#   aliases: [CognitoUserPoolMFA]
#   controls: [NIST-IA-2]
#   fix: "Set `mfa_configuration` to `ON`, or to `OPTIONAL` for customers."
#   unknown: defer
package aws.cognito.mfa

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no second factor (mfa_configuration)") if {
	input.type == "aws_cognito_user_pool"
	not offered
}

offered if {"ON", "OPTIONAL"}[input.after.mfa_configuration]
