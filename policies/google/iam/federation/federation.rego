# METADATA
# title: An identity provider is trusted for some, not for all of its users
# description: Without a condition every user of the provider, all of GitHub for one, gets a token of the pool.
# custom:
#   id: GCP-IAM-011
#   severity: high
#   types: [google_iam_workload_identity_pool_provider]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_125, GCP-0068]
#   controls: [NIST-IA-8]
#   fix: "Set `attribute_condition`, such as `assertion.repository == \"owner/name\"`."
#   unknown: defer
package google.iam.federation

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} trusts every user of its provider (attribute_condition)") if {
	input.type == "google_iam_workload_identity_pool_provider"
	not conditional
}

conditional if {
	condition := input.after.attribute_condition
	trim_space(condition) != ""
	lower(trim_space(condition)) != "true"
}
