# METADATA
# title: No exclusion drops audit logs or errors
# description: "What an exclusion drops is gone. It may drop what is kept elsewhere, by a sink with the same filter, or chatter: a filter that a severity below `ERROR` bounds."
# custom:
#   id: GCP-LOGGING-003
#   severity: high
#   types: [google_logging_project_exclusion, google_logging_project_sink]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AU-9, NIST-AU-12]
#   fix: "Bound the filter by `severity<ERROR`, leave audit logs out of it, or keep what it drops by a sink with the same filter."
#   unknown: defer
package google.logging.exclusions

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} drops audit logs") if {
	types[input.type]
	some filter in filters
	contains(lower(filter), "cloudaudit.googleapis.com")
	not regex.match(`(?i)(\bNOT\s+\(?\s*|-)log_?(name|id)|log_?name\s*(!=|!~)`, filter)
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} drops errors, and no sink of the same filter keeps them") if {
	types[input.type]
	some filter in filters
	not bounded(filter)
	not kept
}

filters contains input.after.filter if {
	input.type == "google_logging_project_exclusion"
	not input.after.disabled
}

filters contains exclusion.filter if {
	some exclusion in input.after.exclusions
	not exclusion.disabled
}

bounded(filter) if {
	regex.match(`(?i)\bseverity\s*(<\s*"?ERROR|(<=?|=)\s*"?(DEFAULT|DEBUG|INFO|NOTICE|WARNING)\b)`, filter)
	not regex.match(`(?i)\b(OR|NOT)\b`, filter)
}

kept if {
	some sink in input.links.sinks
	not sink.after.disabled
}

kept if input.unresolved.sinks

types := {"google_logging_project_exclusion", "google_logging_project_sink"}
