# METADATA
# title: Services are not called from the internet
# description: Unless it says otherwise a service takes requests from anywhere, past every load balancer and its protection.
# custom:
#   id: GCP-RUN-004
#   severity: medium
#   types: [google_cloud_run_v2_service]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-7]
#   fix: "Set `ingress` to `INGRESS_TRAFFIC_INTERNAL_ONLY`, or `INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER` behind a load balancer."
#   unknown: defer
package google.run.ingress

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} takes requests from the internet (ingress)") if {
	input.type == "google_cloud_run_v2_service"
	not internal
}

internal if narrow[input.after.ingress]

narrow := {"INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER", "INGRESS_TRAFFIC_INTERNAL_ONLY"}
