# METADATA
# title: Development buys GPUs at the spot price
# description: "A machine with GPUs costs 1 to 100 dollars an hour, less than half of it as a spot machine; an experiment can be started again. Judged is where the stack or the label `environment` says that it may be thrown away."
# custom:
#   id: GCP-COST-004
#   severity: low
#   types: [google_compute_instance, google_compute_instance_template]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Set `scheduling.provisioning_model` to `SPOT`, with `preemptible`, and `automatic_restart` to false."
#   unknown: defer
package google.cost.accelerators

import data.lib.report
import data.lib.throwaway

deny contains report.finding(rego.metadata.chain(), $"{input.address} buys GPUs at the full price and is not production") if {
	types[input.type]
	throwaway.here
	accelerated
	not input.after.scheduling[0].preemptible == true
	not input.after.scheduling[0].provisioning_model == "SPOT"
}

accelerated if input.after.guest_accelerator[0].type

# Families that always have some.
accelerated if families[split(input.after.machine_type, "-")[0]]

families := {"a2", "a3", "a4", "a4x", "g2", "g4"}

types := {"google_compute_instance", "google_compute_instance_template"}
