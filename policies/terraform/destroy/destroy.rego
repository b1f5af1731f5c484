# METADATA
# title: No plan destroys its whole stack
# description: "`terraform destroy`, or a configuration that is empty by mistake: everything that is there would go."
# custom:
#   id: TF-PLAN-002
#   severity: critical
#   types: [terraform_plan]
#   stages: [plan]
#   aliases: []
#   controls: [NIST-CM-3, NIST-CP-9]
#   fix: "Restore the configuration; where the stack shall go, exempt `terraform.plan` with an owner, a reason and a date."
#   unknown: defer
package terraform.destroy

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} destroys everything in it ({input.after.deletes} resources)") if {
	input.after.deletes > 0
	input.after.deletes == input.after.resources
}
