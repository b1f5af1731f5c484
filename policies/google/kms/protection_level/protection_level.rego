# METADATA
# title: Keys are kept by Google
# description: A key of an external manager is gone whenever that manager cannot be reached, and all that it encrypts with it.
# custom:
#   id: GCP-KMS-003
#   severity: low
#   types: [google_kms_crypto_key]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-12]
#   fix: "Set `version_template.protection_level` to `SOFTWARE` or `HSM`."
#   unknown: defer
package google.kms.protection_level

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} depends on a key manager outside of Google ({level})") if {
	input.type == "google_kms_crypto_key"
	level := input.after.version_template[0].protection_level
	external[level]
}

external := {"EXTERNAL", "EXTERNAL_VPC"}
