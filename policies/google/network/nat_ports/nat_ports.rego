# METADATA
# title: NAT has ports for the busiest machine
# description: "64 ports a machine, Google's least, are 64 connections to one address at a time: the next ones are dropped under load."
# custom:
#   id: GCP-NET-011
#   severity: low
#   types: [google_compute_router_nat]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Set `enable_dynamic_port_allocation` to true and `enable_endpoint_independent_mapping` to false, or `min_ports_per_vm` to what the busiest machine needs."
#   unknown: set
package google.network.nat_ports

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} gives each machine 64 ports, however busy (enable_dynamic_port_allocation)") if {
	input.type == "google_compute_router_nat"
	not enough
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} hands out ports dynamically and keeps them for one endpoint: Google refuses both") if {
	input.type == "google_compute_router_nat"
	input.after.enable_dynamic_port_allocation == true
	input.after.enable_endpoint_independent_mapping == true
}

enough if input.after.enable_dynamic_port_allocation == true

enough if input.after.min_ports_per_vm > 64

enough if input.unknown.enable_dynamic_port_allocation

enough if input.unknown.min_ports_per_vm
