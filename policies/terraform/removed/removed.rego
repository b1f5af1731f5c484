# METADATA
# title: A removed block does not destroy what holds state
# description: "`removed` destroys unless its `lifecycle` says `destroy = false`: the plan is then the first to show that data goes."
# custom:
#   id: TF-REMOVED-001
#   severity: high
#   types: [terraform_removed]
#   stages: [synth]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Write `lifecycle { destroy = false }` in the `removed` block, and say in the review who keeps the resource."
#   unknown: defer
package terraform.removed

import data.lib.report
import data.lib.stateful

deny contains report.violation(rego.metadata.chain(), $"{input.address} destroys what holds state") if {
	stateful.types[input.after.type]
	input.after.destroys == true
}
