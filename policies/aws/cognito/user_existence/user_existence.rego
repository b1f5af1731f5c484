# METADATA
# title: Nobody learns who has an account
# description: "A client that answers \"no such user\" tells which of a million addresses are customers."
# custom:
#   id: AWS-COGNITO-004
#   severity: medium
#   types: [aws_cognito_user_pool_client]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: "Set `prevent_user_existence_errors` to `ENABLED`."
#   unknown: defer
package aws.cognito.user_existence

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} tells who has an account (prevent_user_existence_errors)") if {
	input.type == "aws_cognito_user_pool_client"
	not input.after.prevent_user_existence_errors == "ENABLED"
}
