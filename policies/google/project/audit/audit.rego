# METADATA
# title: Everybody's access to data is logged
# description: Reads and writes of data are logged only where somebody asks for it; an account that is exempt leaves no trace.
# custom:
#   id: GCP-PROJECT-002
#   severity: medium
#   types: [google_project_iam_audit_config, google_folder_iam_audit_config, google_organization_iam_audit_config]
#   stages: [synth, plan]
#   aliases: [CKV2_GCP_5, GCP-0079]
#   controls: [CIS-GCP-2.1, NIST-AU-2]
#   fix: "Log `ADMIN_READ`, `DATA_READ` and `DATA_WRITE` of `allServices`, with no `exempted_members`."
#   unknown: defer
package google.project.audit

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} leaves {member} out of the audit log") if {
	types[input.type]
	some member in input.after.audit_log_config[_].exempted_members
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not log {kind} of all services") if {
	types[input.type]
	input.after.service == "allServices"
	some kind in ["ADMIN_READ", "DATA_READ", "DATA_WRITE"]
	not logged[kind]
}

logged contains input.after.audit_log_config[_].log_type

types := {"google_folder_iam_audit_config", "google_organization_iam_audit_config", "google_project_iam_audit_config"}
