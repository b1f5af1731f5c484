# METADATA
# title: No secret is the default of a variable
# description: "A default stands in the code and in every plan, in clear."
# custom:
#   id: TF-VARIABLE-001
#   severity: high
#   types: [terraform_variable]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-IA-5]
#   fix: "Leave the default out and hand the value over when planning, or read it from a secret store."
#   unknown: defer
package terraform.variable_secret

import data.lib.report
import data.lib.secrets

deny contains report.violation(rego.metadata.chain(), $"{input.address} is sensitive and has a default") if {
	input.after.sensitive == true
	input.after.preset == true
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} is named like a secret and has a default") if {
	not input.after.sensitive == true
	input.after.preset == true
	secrets.named(input.after.name)
}
