# METADATA
# title: A sink writes as an identity of its own
# description: "The shared identity of old sinks is the same in every project: what lets it write lets anybody's sink write."
# custom:
#   id: GCP-LOGGING-004
#   severity: medium
#   types: [google_logging_project_sink]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AU-9]
#   fix: "Remove `unique_writer_identity` and `disabled`."
#   unknown: defer
package google.logging.writer

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} writes as the identity that all projects share (unique_writer_identity is off)") if {
	input.type == "google_logging_project_sink"
	input.after.unique_writer_identity == false
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} collects nothing (disabled)") if {
	input.type == "google_logging_project_sink"
	input.after.disabled == true
}
