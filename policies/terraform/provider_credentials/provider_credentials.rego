# METADATA
# title: No credentials are written in a provider
# description: "Whoever reads the code, the plan or the state has them, and nobody can rotate them without a change."
# custom:
#   id: TF-PROVIDER-001
#   severity: critical
#   types: [terraform_provider]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_41]
#   controls: [NIST-IA-5]
#   fix: "Leave the argument out: the provider takes short-lived credentials from its environment (OIDC, workload identity)."
#   unknown: defer
package terraform.provider_credentials

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} has {names} written in it") if {
	count(input.after.credentials) > 0
	names := concat(", ", input.after.credentials)
}
