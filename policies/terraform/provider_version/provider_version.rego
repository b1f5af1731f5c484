# METADATA
# title: Every provider has a version with an end
# description: "A provider runs with the cloud's credentials. Without an upper bound, the next release plans something else than what was reviewed."
# custom:
#   id: TF-PROVIDER-002
#   severity: medium
#   types: [terraform_provider]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-2]
#   fix: "Pin the provider in `required_providers`: `5.100.0`, or `~> 5.100` with a lock file."
#   unknown: defer
package terraform.provider_version

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no version") if not input.after.version

deny contains report.violation(rego.metadata.chain(), $"{input.address} takes any later version ({input.after.version})") if {
	input.after.version
	not bounded
}

# One of the constraints, which a comma separates, ends the range.
bounded if {
	some constraint in split(input.after.version, ",")
	not startswith(trim_space(constraint), ">")
	not startswith(trim_space(constraint), "!=")
}
