# METADATA
# title: No key of a service account
# description: A key works for whoever holds it, from anywhere, until somebody takes it back; Terraform keeps it in the state.
# custom:
#   id: GCP-IAM-010
#   severity: high
#   types: [google_service_account_key, google_storage_hmac_key]
#   stages: [synth, plan]
#   aliases: [CKV2_GCP_3]
#   controls: [CIS-GCP-1.4, NIST-IA-5]
#   fix: "Run as the account, impersonate it, or federate (`google_iam_workload_identity_pool_provider`)."
#   unknown: defer
package google.iam.keys

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} makes a key that works for whoever holds it") if types[input.type]

types := {"google_service_account_key", "google_storage_hmac_key"}
