# METADATA
# title: Services of development cost nothing at rest
# description: "An instance that is kept warm, or keeps its CPU between requests, is paid for around the clock. Judged is where the stack or the label `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...)."
# custom:
#   id: GCP-COST-001
#   severity: low
#   types: [google_cloud_run_v2_service, google_cloudfunctions2_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Leave `min_instance_count` out, and `resources.cpu_idle` at true."
#   unknown: defer
package google.cost.idle

import data.lib.report
import data.lib.throwaway

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps {least} instances warm and is not production") if {
	types[input.type]
	throwaway.here
	some least in minima
	is_number(least)
	least > 0
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps its CPU between requests and is not production (cpu_idle)") if {
	input.type == "google_cloud_run_v2_service"
	throwaway.here
	input.after.template[0].containers[_].resources[0].cpu_idle == false
}

minima contains input.after.scaling[0].min_instance_count

minima contains input.after.template[0].scaling[0].min_instance_count

minima contains input.after.service_config[0].min_instance_count

types := {"google_cloud_run_v2_service", "google_cloudfunctions2_function"}
