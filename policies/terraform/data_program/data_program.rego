# METADATA
# title: Planning runs no program
# description: "`data.external` runs a program whenever somebody plans, with the cloud's credentials at hand: a pull request could run anything."
# custom:
#   id: TF-DATA-001
#   severity: high
#   types: [terraform_data_source]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-7]
#   fix: "Compute the value before synth, or read it from a data source of the cloud."
#   unknown: defer
package terraform.data_program

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} runs a program while planning") if input.after.type == "external"
