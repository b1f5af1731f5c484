# METADATA
# title: Subnets log their flows
# description: Without flow logs nobody can say what talked to what, neither after a break-in nor on the bill.
# custom:
#   id: GCP-NET-007
#   severity: medium
#   types: [google_compute_subnetwork]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_26, GCP-0029, GCP-0076]
#   controls: [CIS-GCP-3.8, NIST-AU-12]
#   fix: "Add `log_config`, with a `flow_sampling` that fits the budget."
#   unknown: defer
package google.network.flow_logs

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs no flows (log_config)") if {
	input.type == "google_compute_subnetwork"
	not logged
	not of_google
}

logged if input.after.log_config[0]

# Subnets of load balancers and of services have no machines, and cannot log.
of_google if {"GLOBAL_MANAGED_PROXY", "INTERNAL_HTTPS_LOAD_BALANCER", "PRIVATE_NAT", "PRIVATE_SERVICE_CONNECT", "REGIONAL_MANAGED_PROXY"}[input.after.purpose]
