# METADATA
# title: Passwords of users are long and mixed
# description: "What is short or of one kind is guessed. A pool that says nothing has the default of AWS, which is neither."
# custom:
#   id: AWS-COGNITO-002
#   severity: medium
#   types: [aws_cognito_user_pool]
#   stages: [synth, plan]
#   aliases: [CognitoUserPoolStrongPasswordPolicy]
#   controls: [NIST-IA-5]
#   fix: "Set `password_policy` with `minimum_length` 8 or more and all four `require_…`."
#   unknown: defer
package aws.cognito.passwords

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} takes weak passwords ({wish})") if {
	input.type == "aws_cognito_user_pool"
	count(input.after.password_policy) > 0
	some wish in wishes
	not met[wish]
}

wishes := ["minimum_length", "require_lowercase", "require_numbers", "require_symbols", "require_uppercase"]

met["minimum_length"] if input.after.password_policy[0].minimum_length >= 8

met["require_lowercase"] if input.after.password_policy[0].require_lowercase == true

met["require_numbers"] if input.after.password_policy[0].require_numbers == true

met["require_symbols"] if input.after.password_policy[0].require_symbols == true

met["require_uppercase"] if input.after.password_policy[0].require_uppercase == true
