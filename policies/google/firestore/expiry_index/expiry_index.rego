# METADATA
# title: The field of expiry has no index
# description: "An index over timestamps is one hot range: it limits the whole collection to some 500 writes a second, and nothing queries by expiry."
# custom:
#   id: GCP-FIRESTORE-006
#   severity: low
#   types: [google_firestore_field]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Add an empty block `index_config`."
#   unknown: defer
package google.firestore.expiry_index

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} indexes the time of expiry (index_config)") if {
	input.type == "google_firestore_field"
	input.after.ttl_config[0]
	not unindexed
}

unindexed if count(object.get(input.after.index_config[0], "indexes", [])) == 0
