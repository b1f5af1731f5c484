# METADATA
# title: Services check who calls
# description: "`invoker_iam_disabled` lets anyone run our code, at our cost, without any grant to see."
# custom:
#   id: GCP-RUN-002
#   severity: critical
#   types: [google_cloud_run_v2_service]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-3]
#   fix: "Remove `invoker_iam_disabled`; grant `roles/run.invoker` to the caller."
#   unknown: defer
package google.run.public_access

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} does not check who calls (invoker_iam_disabled)") if {
	input.type == "google_cloud_run_v2_service"
	input.after.invoker_iam_disabled == true
}
