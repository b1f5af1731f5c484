# METADATA
# title: Applying runs no commands of its own
# description: "A provisioner runs on the machine that applies, with its credentials, or on the resource; no plan shows what it does, and a failed one taints the resource."
# custom:
#   id: TF-EXEC-001
#   severity: high
#   types: [terraform_provisioner]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-7]
#   fix: "Use a resource of the provider, an image that is already right, or a job of the service."
#   unknown: defer
package terraform.provisioners

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} runs when it is applied, and no plan shows what it does") if input.type == "terraform_provisioner"
