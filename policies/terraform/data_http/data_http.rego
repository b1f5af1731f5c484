# METADATA
# title: Planning asks nobody outside
# description: "What `data.http` answers decides what is planned: another answer, or none, is another plan than the one reviewed."
# custom:
#   id: TF-DATA-003
#   severity: low
#   types: [terraform_data_source]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-7]
#   fix: "Fetch the value before synth and write it down."
#   unknown: defer
package terraform.data_http

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} asks a server while planning") if input.after.type == "http"
