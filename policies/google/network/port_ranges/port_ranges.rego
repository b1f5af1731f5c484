# METADATA
# title: A rule opens the ports that are used
# description: A wide range is open for what will listen there tomorrow.
# custom:
#   id: GCP-NET-004
#   severity: low
#   types: [google_compute_firewall]
#   stages: [synth, plan]
#   aliases: [GCP-0074]
#   controls: [NIST-SC-7]
#   fix: "Name the ports in `allow.ports`."
#   unknown: defer
package google.network.port_ranges

import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} opens {count_of} ports ({range})") if {
	input.type == "google_compute_firewall"
	not input.after.disabled
	some range in input.after.allow[_].ports
	[first, last] := split(range, "-")
	count_of := (text.number(last) - text.number(first)) + 1
	count_of > 100
}
