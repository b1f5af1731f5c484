# METADATA
# title: Logs are kept for a stated time
# description: Whoever investigates needs to know how far back the logs go.
# custom:
#   id: GCP-LOGGING-001
#   severity: medium
#   types: [google_logging_project_bucket_config]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AU-11]
#   fix: "Set `retention_days`; in a declaration, `processor.logRetention`."
#   unknown: defer
package google.logging.retention

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not say how long logs are kept (retention_days)") if {
	input.type == "google_logging_project_bucket_config"
	not stated
}

stated if input.after.retention_days > 0
