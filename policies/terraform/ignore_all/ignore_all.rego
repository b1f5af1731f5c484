# METADATA
# title: Terraform looks at every resource it manages
# description: "With `ignore_changes = all` neither drift nor a change in the code is ever seen: what is judged is not what runs."
# custom:
#   id: TF-LIFECYCLE-001
#   severity: medium
#   types: [terraform_lifecycle]
#   stages: [synth]
#   aliases: []
#   controls: [NIST-CM-3]
#   fix: "Name the attributes that something else changes, or take the resource out of the stack."
#   unknown: defer
package terraform.ignore_all

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} ignores every change") if ignores_all

ignores_all if input.after.ignore_changes == "all"

ignores_all if "all" in input.after.ignore_changes
