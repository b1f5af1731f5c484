# METADATA
# title: A version that is destroyed can be brought back for a week
# description: What a destroyed version encrypted is lost. Google waits 30 days unless less is said; a mistake takes days to show.
# custom:
#   id: GCP-KMS-002
#   severity: high
#   types: [google_kms_crypto_key]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9, NIST-SC-12]
#   fix: "Remove `destroy_scheduled_duration` (30 days), or set it to `604800s` or more."
#   unknown: defer
package google.kms.destruction

import data.lib.google
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} destroys a version after {wait}; 604800s (7 days) at least") if {
	input.type == "google_kms_crypto_key"
	wait := input.after.destroy_scheduled_duration
	google.seconds(wait) < 604800
}
