# METADATA
# title: Databases can be restored to a point in time
# description: Backups once a day lose a day.
# custom:
#   id: GCP-FIRESTORE-002
#   severity: high
#   types: [google_firestore_database]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Set `point_in_time_recovery_enablement` to `POINT_IN_TIME_RECOVERY_ENABLED`."
#   unknown: defer
package google.firestore.recovery

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} cannot be restored to a point in time") if {
	input.type == "google_firestore_database"
	not input.after.point_in_time_recovery_enablement == "POINT_IN_TIME_RECOVERY_ENABLED"
}
