# METADATA
# title: Secrets come from Secret Manager
# description: An environment variable is shown to everybody who may look at the service, and stays in every revision and in the state.
# custom:
#   id: GCP-RUN-007
#   severity: critical
#   types: [google_cloud_run_v2_service, google_cloud_run_v2_job, google_cloudfunctions2_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-IA-5, CIS-GCP-1.18]
#   fix: "Keep the value in Secret Manager and refer to it: `secret_environment_variables` of a function, `value_source.secret_key_ref` of a service or job."
#   unknown: defer
package google.run.secrets

import data.lib.report
import data.lib.secrets

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps a secret in the environment variable {name}") if {
	types[input.type]
	some [name, value] in variables
	secrets.literal(name, value)
}

variables contains [name, value] if some name, value in input.after.service_config[0].environment_variables

variables contains [name, value] if some name, value in input.after.build_config[0].environment_variables

variables contains [variable.name, variable.value] if some variable in input.after.template[0].containers[_].env

variables contains [variable.name, variable.value] if some variable in input.after.template[0].template[0].containers[_].env

types := {"google_cloud_run_v2_job", "google_cloud_run_v2_service", "google_cloudfunctions2_function"}
