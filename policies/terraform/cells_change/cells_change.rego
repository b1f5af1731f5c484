# METADATA
# title: Production changes cell by cell
# description: "The first cell that a change reaches tells whether it is good: the others should wait for it. All plans judged in one run are one change; `data.main` sees one plan only."
# custom:
#   id: TF-CHANGE-002
#   severity: low
#   types: [terraform_change]
#   stages: [plan]
#   aliases: []
#   controls: [NIST-CM-3]
#   fix: "Apply to one cell first and to the others in waves."
#   unknown: defer
package terraform.cells_change

import data.lib.cells
import data.lib.live
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} changes {number} cells of {environment} at once: {names}") if {
	some environment, stacks in cells.by_environment(input.after.changed)
	live.is_production(environment)
	count(stacks) > 1
	number := count(stacks)
	names := concat(", ", stacks)
}
