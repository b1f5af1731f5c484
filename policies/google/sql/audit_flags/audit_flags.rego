# METADATA
# title: PostgreSQL logs who connects and what waits
# description: These lines cost little, and are what an investigation, and the search for a slow query, begin with.
# custom:
#   id: GCP-SQL-008
#   severity: low
#   types: [google_sql_database_instance]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_51, CKV_GCP_52, CKV_GCP_53, CKV_GCP_54, CKV_GCP_56, CKV_GCP_110, CKV_GCP_111, GCP-0014, GCP-0016, GCP-0020, GCP-0022, GCP-0025]
#   controls: [CIS-GCP-6.2, NIST-AU-12]
#   fix: "Set the flags in `settings.database_flags`."
#   unknown: defer
package google.sql.audit_flags

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not log what it should: {list}") if {
	input.type == "google_sql_database_instance"
	startswith(input.after.database_version, "POSTGRES")
	names := [name | some name, wanted in flags; not set_to(name, wanted)]
	count(names) > 0
	list := concat(", ", sort(names))
}

set_to(name, wanted) if {
	some flag in input.after.settings[0].database_flags
	flag.name == name
	wanted[lower(flag.value)]
}

flags := {
	"cloudsql.enable_pgaudit": {"on"},
	"log_checkpoints": {"on"},
	"log_connections": {"on"},
	"log_disconnections": {"on"},
	"log_lock_waits": {"on"},
	"log_statement": {"ddl", "mod"},
	"log_temp_files": {"0"},
}
