# METADATA
# title: No secret in the state
# description: "`secret_string` is written to the state in clear. What is write-only, or put there by a person, is not."
# custom:
#   id: AWS-SECRETS-002
#   severity: high
#   types: [aws_secretsmanager_secret_version]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-IA-5]
#   fix: "Use `secret_string_wo` with `secret_string_wo_version`, or add the version outside of Terraform."
#   unknown: set
package aws.secretsmanager.state

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} writes the secret to the state (secret_string)") if {
	input.type == "aws_secretsmanager_secret_version"
	written
}

written if input.after.secret_string

# In a plan it is sensitive, which looks like unknown.
written if input.unknown.secret_string
