# METADATA
# title: Code runs as an account of its own
# description: The default account of Compute Engine is shared by everything in the project, and often an editor of it.
# custom:
#   id: GCP-RUN-003
#   severity: high
#   types: [google_cloud_run_v2_service, google_cloud_run_v2_job, google_cloudfunctions2_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [CIS-GCP-4.1, NIST-AC-6]
#   fix: "Make a `google_service_account` for it and name that: `service_account_email` of a function, `service_account` of a service or job."
#   unknown: set
package google.run.accounts

import data.lib.google
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} names no account to run as: it runs as that of Compute Engine") if {
	types[input.type]
	count(accounts) == 0
	not open
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} runs as {account}, an account that Google made") if {
	types[input.type]
	some account in accounts
	google.default_account(account)
}

accounts contains named if {
	named := input.after.service_config[0].service_account_email
	named != ""
}

accounts contains named if {
	named := input.after.template[0].service_account
	named != ""
}

accounts contains named if {
	named := input.after.template[0].template[0].service_account
	named != ""
}

open if input.unknown.service_config[0].service_account_email

open if input.unknown.template[0].service_account

open if input.unknown.template[0].template[0].service_account

types := {"google_cloud_run_v2_job", "google_cloud_run_v2_service", "google_cloudfunctions2_function"}
