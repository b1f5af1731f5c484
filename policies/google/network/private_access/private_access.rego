# METADATA
# title: Subnets reach Google's APIs without the internet
# description: Machines without an address of their own reach Google's APIs only by this; else each call goes through NAT and is paid for.
# custom:
#   id: GCP-NET-008
#   severity: medium
#   types: [google_compute_subnetwork]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_74, CKV_GCP_76, GCP-0075]
#   controls: [NIST-SC-7]
#   fix: "Set `private_ip_google_access` to true; over IPv6 `private_ipv6_google_access` to `ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE`."
#   unknown: defer
package google.network.private_access

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} reaches Google's APIs only by the internet (private_ip_google_access)") if {
	input.type == "google_compute_subnetwork"
	not input.after.private_ip_google_access
	not of_google
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} reaches Google's APIs only by the internet over IPv6 (private_ipv6_google_access)") if {
	input.type == "google_compute_subnetwork"
	input.after.stack_type == "IPV4_IPV6"
	not private_ipv6
}

private_ipv6 if {"ENABLE_BIDIRECTIONAL_ACCESS_TO_GOOGLE", "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"}[input.after.private_ipv6_google_access]

of_google if {"GLOBAL_MANAGED_PROXY", "INTERNAL_HTTPS_LOAD_BALANCER", "PRIVATE_NAT", "PRIVATE_SERVICE_CONNECT", "REGIONAL_MANAGED_PROXY"}[input.after.purpose]
