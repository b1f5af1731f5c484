# METADATA
# title: A provider checks whom it talks to
# description: "A provider that takes any certificate hands its credentials to whoever answers."
# custom:
#   id: TF-PROVIDER-003
#   severity: high
#   types: [terraform_provider]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-8]
#   fix: "Leave the argument out."
#   unknown: defer
package terraform.provider_tls

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} does not check certificates ({names})") if {
	count(input.after.unchecked) > 0
	names := concat(", ", input.after.unchecked)
}
