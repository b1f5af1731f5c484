# METADATA
# title: No secret stands in a variable
# description: "A variable can be read by everyone who may look at the function, and stands in the state and in every plan. Judged are well-known forms of credentials, and variables whose name says that they hold one. The value is never shown."
# custom:
#   id: AWS-LAMBDA-008
#   severity: critical
#   types: [aws_lambda_function]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_45]
#   controls: [NIST-IA-5]
#   fix: Keep the secret in Secrets Manager or Parameter Store, let the function read it, and give it the name only.
#   unknown: set
package aws.lambda.secrets

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} holds a credential in the variable {name}") if {
	input.type == "aws_lambda_function"
	some name, value in input.after.environment[0].variables
	credential(name, value)
}

credential(_, value) if regex.match(forms, value)

credential(name, value) if {
	regex.match(names, name)
	count(value) >= 8
	not place(value)
}

# Keys of AWS, GitHub, Slack, Stripe and Google; private keys; signed tokens.
forms := `(AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[0-9A-Za-z]{36}|xox[abprs]-[0-9A-Za-z-]{10}|[rs]k_live_[0-9A-Za-z]{16}|AIza[0-9A-Za-z_-]{35}|-----BEGIN [A-Z ]*PRIVATE KEY-----|eyJ[0-9A-Za-z_-]{8,}\.eyJ[0-9A-Za-z_-]{8}`

names := `(?i)(^|_)(password|passwd|secret|token|(api|access|private|secret)_?key)$`

# Where a secret is kept.
place(value) if {
	some prefix in ["arn:", "/", "https://", "projects/"]
	startswith(value, prefix)
}
