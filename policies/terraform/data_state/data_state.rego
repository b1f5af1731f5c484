# METADATA
# title: No stack reads the state of another
# description: "Whoever reads a state reads every secret in it, and breaks when its owner renames an output. Contracts between stacks are values published for it."
# custom:
#   id: TF-DATA-002
#   severity: medium
#   types: [terraform_data_source]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-6]
#   fix: "Publish the value in a parameter store and read it there."
#   unknown: defer
package terraform.data_state

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} reads a whole state") if input.after.type == "terraform_remote_state"
