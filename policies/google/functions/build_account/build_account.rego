# METADATA
# title: Functions are built by an account of their own
# description: "The default account of a build may be an editor of the project: whoever changes a dependency of the code then owns it."
# custom:
#   id: GCP-FUNCTIONS-002
#   severity: medium
#   types: [google_cloudfunctions2_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-6]
#   fix: "Set `build_config.service_account` to an account that may read the source, write the image and its log."
#   unknown: set
package google.functions.build_account

import data.lib.google
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is built by an account that Google made") if {
	input.type == "google_cloudfunctions2_function"
	not own_account
}

own_account if {
	account := input.after.build_config[0].service_account
	account != ""
	not google.default_account(account)
}

own_account if input.unknown.build_config[0].service_account
