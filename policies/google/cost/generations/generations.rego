# METADATA
# title: Machines are of a generation that is still the best for its price
# description: "An E2 or N2D does what an N1 does for a fifth to a third less. With GPUs attached there is no choice: only N1 takes them so."
# custom:
#   id: GCP-COST-002
#   severity: low
#   types: [google_compute_instance, google_compute_instance_template]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-22]
#   fix: "Take an `e2` or `n2d` of the same size."
#   unknown: defer
package google.cost.generations

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is a {input.after.machine_type}, which a later family does for less") if {
	types[input.type]
	previous[split(input.after.machine_type, "-")[0]]
	not input.after.guest_accelerator[0].type
}

previous := {"f1", "g1", "n1"}

types := {"google_compute_instance", "google_compute_instance_template"}
