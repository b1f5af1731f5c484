# METADATA
# title: Databases can be restored to a point in time
# description: "Without backups a mistake is final; backups alone lose a day. A replica is no backup: it repeats the mistake."
# custom:
#   id: GCP-SQL-003
#   severity: high
#   types: [google_sql_database_instance]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_14, CKV2_GCP_20, GCP-0024]
#   controls: [CIS-GCP-6.7, NIST-CP-9]
#   fix: "Set `backup_configuration.enabled`, and `point_in_time_recovery_enabled` (on MySQL `binary_log_enabled`)."
#   unknown: defer
package google.sql.backups

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} makes no backups (backup_configuration.enabled)") if {
	input.type == "google_sql_database_instance"
	not input.after.master_instance_name
	not input.after.settings[0].backup_configuration[0].enabled
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} cannot be restored to a point in time (backup_configuration)") if {
	input.type == "google_sql_database_instance"
	not input.after.master_instance_name
	input.after.settings[0].backup_configuration[0].enabled
	not input.after.settings[0].backup_configuration[0].point_in_time_recovery_enabled
	not input.after.settings[0].backup_configuration[0].binary_log_enabled
}
