# METADATA
# title: One cell at a time loses something
# description: "Cells limit what one mistake can take: a change that deletes, replaces or forgets something in two of them at once is no longer limited. All plans judged in one run are one change; `data.main` sees one plan only."
# custom:
#   id: TF-CHANGE-001
#   severity: high
#   types: [terraform_change]
#   stages: [plan]
#   aliases: []
#   controls: [NIST-CM-3]
#   fix: "Plan and apply one cell, watch it, then the next; or exempt `terraform.change` with an owner, a reason and a date."
#   unknown: defer
package terraform.cells_lose

import data.lib.cells
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} deletes, replaces or forgets resources in {number} cells of {environment} at once: {names}") if {
	some environment, stacks in cells.by_environment(input.after.losing)
	count(stacks) > 1
	number := count(stacks)
	names := concat(", ", stacks)
}
