# METADATA
# title: Databases outlive a zone
# description: A zonal instance is gone for as long as its zone is.
# custom:
#   id: GCP-SQL-004
#   severity: medium
#   types: [google_sql_database_instance]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Set `settings.availability_type` to `REGIONAL`."
#   unknown: defer
package google.sql.zones

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is in one zone only (availability_type)") if {
	input.type == "google_sql_database_instance"
	not input.after.master_instance_name
	not input.after.settings[0].availability_type == "REGIONAL"
}
