# METADATA
# title: Databases say whether they may be deleted
# description: Unless it says otherwise a database is not protected. Whoever may delete it says so; that a plan deletes it is denied whatever is said.
# custom:
#   id: GCP-FIRESTORE-004
#   severity: medium
#   types: [google_firestore_database]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Set `delete_protection_state`; in a declaration, `stores.<name>.deletionProtection`."
#   unknown: defer
package google.firestore.protection

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not say whether it may be deleted (delete_protection_state)") if {
	input.type == "google_firestore_database"
	not input.after.delete_protection_state
}
