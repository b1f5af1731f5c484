# METADATA
# title: Secrets are encrypted with a key of ours
# description: Who may read a secret and who may use its key are then two grants, and each is logged.
# custom:
#   id: GCP-SECRET-001
#   severity: medium
#   types: [google_secret_manager_secret]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-28]
#   fix: "Set `customer_managed_encryption` in `replication`."
#   unknown: set
package google.secret_manager.encryption

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "google_secret_manager_secret"
	not encrypted
}

encrypted if input.after.replication[0].auto[0].customer_managed_encryption[0]

encrypted if {
	replicas := input.after.replication[0].user_managed[0].replicas
	count(replicas) > 0
	every replica in replicas {
		count(text.list(replica.customer_managed_encryption)) > 0
	}
}
