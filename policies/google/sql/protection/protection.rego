# METADATA
# title: Databases are protected from deletion
# description: Terraform's protection stops a plan; only the instance's own stops the console and everybody else.
# custom:
#   id: GCP-SQL-005
#   severity: high
#   types: [google_sql_database_instance]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Set `settings.deletion_protection_enabled` to true and leave `deletion_protection` on."
#   unknown: defer
package google.sql.protection

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} may be deleted by a plan (deletion_protection is off)") if {
	input.type == "google_sql_database_instance"
	input.after.deletion_protection == false
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} may be deleted by anybody who may delete (settings.deletion_protection_enabled)") if {
	input.type == "google_sql_database_instance"
	not input.after.settings[0].deletion_protection_enabled
}
