# METADATA
# title: Services have bounded concurrency
# description: Without a bound one burst takes the project's quota and the database's connections.
# custom:
#   id: GCP-RUN-001
#   severity: medium
#   types: [google_cloud_run_v2_service, google_cloudfunctions2_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: Set `max_instance_count`; in a declaration, `processor.reservedConcurrency`.
#   unknown: set
package google.run.concurrency

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no maximum number of instances") if {
	types[input.type]
	not bounded
}

bounded if input.after.template[0].scaling[0].max_instance_count > 0

bounded if input.after.scaling[0].max_instance_count > 0

bounded if input.after.service_config[0].max_instance_count > 0

bounded if input.unknown.template[0].scaling

bounded if input.unknown.scaling

bounded if input.unknown.service_config[0].max_instance_count

types := {"google_cloud_run_v2_service", "google_cloudfunctions2_function"}
