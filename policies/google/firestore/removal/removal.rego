# METADATA
# title: A database that is removed is gone
# description: "`ABANDON`, the provider's default, forgets the database and leaves it running: it goes on costing, and its name is taken."
# custom:
#   id: GCP-FIRESTORE-005
#   severity: low
#   types: [google_firestore_database]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-8]
#   fix: "Set `deletion_policy` to `DELETE`; `delete_protection_state` is what protects a database."
#   unknown: defer
package google.firestore.removal

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} would be left running when it is removed (deletion_policy)") if {
	input.type == "google_firestore_database"
	not input.after.deletion_policy == "DELETE"
}
