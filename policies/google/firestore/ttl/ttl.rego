# METADATA
# title: State expires
# description: Records kept for ever are cost and liability; idempotency records need a life. In Firestore the policy is a field beside the database.
# custom:
#   id: GCP-FIRESTORE-003
#   severity: medium
#   types: [google_firestore_database]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-12]
#   fix: "Add a `google_firestore_field` with `ttl_config` for the database."
#   unknown: set
package google.firestore.ttl

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps its documents for ever") if {
	input.type == "google_firestore_database"
	not expires
	not input.unresolved.fields
}

expires if input.links.fields[_].after.ttl_config

expires if input.links.fields[_].unknown.ttl_config
