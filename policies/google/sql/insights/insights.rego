# METADATA
# title: Databases tell which queries are slow
# description: Query insights cost nothing and name the query, and the caller, when a database is the reason why a service is slow.
# custom:
#   id: GCP-SQL-009
#   severity: low
#   types: [google_sql_database_instance]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-4]
#   fix: "Set `settings.insights_config` with `query_insights_enabled` true."
#   unknown: defer
package google.sql.insights

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not tell which queries are slow (insights_config)") if {
	input.type == "google_sql_database_instance"
	not input.after.settings[0].insights_config[0].query_insights_enabled
}
