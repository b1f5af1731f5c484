# METADATA
# title: Nobody gets credentials of AWS without signing in
# description: "An identity pool with guests hands keys of a role to everybody who asks; whatever that role may do, the internet may."
# custom:
#   id: AWS-COGNITO-006
#   severity: high
#   types: [aws_cognito_identity_pool]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_366, CognitoUserPoolNoUnauthenticatedLogins]
#   controls: [NIST-IA-2]
#   fix: "Set `allow_unauthenticated_identities` to false."
#   unknown: defer
package aws.cognito.guests

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} gives credentials to everybody (allow_unauthenticated_identities)") if {
	input.type == "aws_cognito_identity_pool"
	input.after.allow_unauthenticated_identities == true
}
