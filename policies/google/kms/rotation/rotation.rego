# METADATA
# title: Keys rotate at least every 90 days
# description: A new version bounds what one leaked key opens. Only symmetric keys can rotate by themselves.
# custom:
#   id: GCP-KMS-001
#   severity: high
#   types: [google_kms_crypto_key]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_43, GCP-0065]
#   controls: [CIS-GCP-1.10, NIST-SC-12]
#   fix: "Set `rotation_period` to `7776000s` or less."
#   unknown: defer
package google.kms.rotation

import data.lib.google
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not rotate (rotation_period)") if {
	input.type == "google_kms_crypto_key"
	not asymmetric
	not input.after.rotation_period
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} rotates every {period}; 7776000s (90 days) at most") if {
	input.type == "google_kms_crypto_key"
	period := input.after.rotation_period
	google.seconds(period) > 7776000
}

asymmetric if input.after.purpose != "ENCRYPT_DECRYPT"
