# METADATA
# title: Databases are encrypted with a key of ours
# description: A key of our own can be rotated, audited and revoked; it can only be chosen when the instance is made.
# custom:
#   id: GCP-SQL-006
#   severity: medium
#   types: [google_sql_database_instance]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-28]
#   fix: "Set `encryption_key_name`."
#   unknown: set
package google.sql.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "google_sql_database_instance"
	not encrypted
	not input.after.master_instance_name
}

encrypted if input.after.encryption_key_name != ""

encrypted if input.unknown.encryption_key_name
