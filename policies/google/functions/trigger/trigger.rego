# METADATA
# title: Events of a trigger are tried again
# description: Without a retry the event of one failed call is gone. The events of a trigger are delivered as an account, which must not be one that Google made.
# custom:
#   id: GCP-FUNCTIONS-005
#   severity: high
#   types: [google_cloudfunctions2_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: "Set `event_trigger.retry_policy` to `RETRY_POLICY_RETRY` and `event_trigger.service_account_email` to an account that may only call this function."
#   unknown: set
package google.functions.trigger

import data.lib.google
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} loses the event of a call that fails (retry_policy)") if {
	input.type == "google_cloudfunctions2_function"
	triggered
	not input.after.event_trigger[0].retry_policy == "RETRY_POLICY_RETRY"
	not input.unknown.event_trigger[0].retry_policy
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} is triggered as an account that Google made") if {
	input.type == "google_cloudfunctions2_function"
	triggered
	not own_account
}

triggered if input.after.event_trigger[0]

own_account if {
	account := input.after.event_trigger[0].service_account_email
	account != ""
	not google.default_account(account)
}

own_account if input.unknown.event_trigger[0].service_account_email
