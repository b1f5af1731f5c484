# METADATA
# title: No plan takes much away at once
# description: "Many deletes and replaces in one plan are rarely meant: a renamed module, a lost state or a changed provider looks like this. Only a plan can show it."
# custom:
#   id: TF-PLAN-001
#   severity: high
#   types: [terraform_plan]
#   stages: [plan]
#   aliases: []
#   controls: [NIST-CM-3]
#   fix: "Split the change, use `moved` for renames, or exempt `terraform.plan` with an owner, a reason and a date."
#   unknown: defer
package terraform.blast_radius

import data.lib.report

# More than this many at once, or more than this part of what is there.
most := 10

most_percent := 20

# A fifth of a small stack is an ordinary change.
least_existing := 20

deny contains report.violation(rego.metadata.chain(), $"{input.address} would delete or replace {lost} of {input.after.existing} resources: {names}") if {
	too_many
	names := concat(", ", sort([$"{number} {type}" | some type, number in input.after.losses]))
}

lost := sum([number | some number in input.after.losses])

too_many if lost > most

too_many if {
	input.after.existing >= least_existing
	lost * 100 > most_percent * input.after.existing
}
