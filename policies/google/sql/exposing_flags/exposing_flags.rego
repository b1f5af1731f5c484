# METADATA
# title: No flag opens a database
# description: "`local_infile` lets a client's files in, `cross db ownership chaining` and `contained database authentication` let whoever owns one database into another."
# custom:
#   id: GCP-SQL-007
#   severity: high
#   types: [google_sql_database_instance]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_50, CKV_GCP_58, CKV_GCP_59, GCP-0019, GCP-0023, GCP-0026]
#   controls: [CIS-GCP-6.1, CIS-GCP-6.3, NIST-CM-7]
#   fix: "Set the flag to `off` in `settings.database_flags`, or leave it out."
#   unknown: defer
package google.sql.exposing_flags

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} switches on {name}") if {
	input.type == "google_sql_database_instance"
	some flag in input.after.settings[0].database_flags
	name := flag.name
	exposing[name]
	lower(flag.value) == "on"
}

exposing := {"contained database authentication", "cross db ownership chaining", "external scripts enabled", "local_infile", "remote access"}
