# METADATA
# title: What is on a network leaves by it
# description: "With `PRIVATE_RANGES_ONLY` calls to the internet go round the network: no firewall, no fixed address and no flow log sees them."
# custom:
#   id: GCP-RUN-005
#   severity: low
#   types: [google_cloud_run_v2_service, google_cloud_run_v2_job, google_cloudfunctions2_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-7]
#   fix: "Set the egress to `ALL_TRAFFIC`: `vpc_connector_egress_settings` of a function, `vpc_access.egress` of a service or job."
#   unknown: set
package google.run.egress

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is on a network, and calls the internet past it") if {
	types[input.type]
	some egress in egresses
	not egress == "ALL_TRAFFIC"
	not open
}

# By the connector of a function, or by a service's or job's access to a network.
egresses contains object.get(config, "vpc_connector_egress_settings", "") if {
	config := input.after.service_config[0]
	config.vpc_connector != ""
}

egresses contains object.get(input.after.template[0].vpc_access[0], "egress", "")

egresses contains object.get(input.after.template[0].template[0].vpc_access[0], "egress", "")

open if input.unknown.service_config[0].vpc_connector_egress_settings

open if input.unknown.template[0].vpc_access

open if input.unknown.template[0].template[0].vpc_access

types := {"google_cloud_run_v2_job", "google_cloud_run_v2_service", "google_cloudfunctions2_function"}
