# METADATA
# title: An output with a secret is marked sensitive
# description: "Terraform prints outputs after each apply, and whoever reads the log has them."
# custom:
#   id: TF-OUTPUT-001
#   severity: low
#   types: [terraform_output]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-IA-5]
#   fix: "Set `sensitive` on the output, or hand the secret over in a secret store."
#   unknown: defer
package terraform.output_secret

import data.lib.report
import data.lib.secrets

deny contains report.violation(rego.metadata.chain(), $"{input.address} is named like a secret and is not sensitive") if {
	not input.after.sensitive == true
	secrets.named(input.after.name)
}
