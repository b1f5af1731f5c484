# METADATA
# title: Machines of development are small
# description: "A machine is paid for by the hour, used or not. Where nobody is served, more than eight cores are more often a slip than a need. Judged is where the stack or the label `environment` says that it may be thrown away."
# custom:
#   id: GCP-COST-003
#   severity: low
#   types: [google_compute_instance, google_compute_instance_template, google_sql_database_instance]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Take a machine of eight cores at most, or exempt it with the reason."
#   unknown: defer
package google.cost.sizes

import data.lib.report
import data.lib.text
import data.lib.throwaway

deny contains report.violation(rego.metadata.chain(), $"{input.address} is a {name} and not production (8 cores are usual at most)") if {
	types[input.type]
	throwaway.here
	some name in names
	text.number(cores(name)) > 8
}

names contains input.after.machine_type

names contains input.after.settings[0].tier

# `n2-standard-16`, `db-perf-optimized-N-16`; `c3-standard-22-lssd`.
cores(name) := parts[count(parts) - 1] if {
	parts := split(trim_suffix(name, "-lssd"), "-")
	not contains(name, "custom-")
}

# `custom-16-32768`, `n2-custom-16-65536-ext`, `db-custom-16-61440`: cores and megabytes.
cores(name) := split(split(name, "custom-")[1], "-")[0]

types := {"google_compute_instance", "google_compute_instance_template", "google_sql_database_instance"}
