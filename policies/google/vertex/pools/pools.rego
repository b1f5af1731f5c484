# METADATA
# title: Pools of machines for models are bounded, and scale
# description: "An accelerator costs by the hour, used or not: a pool says how many it may have, and on which load it takes more."
# custom:
#   id: GCP-VERTEX-003
#   severity: medium
#   types: [google_vertex_ai_deployment_resource_pool]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Set `dedicated_resources.max_replica_count`, and `autoscaling_metric_specs` where it is more than the least."
#   unknown: defer
package google.vertex.pools

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not say how many machines it may have (max_replica_count)") if {
	input.type == "google_vertex_ai_deployment_resource_pool"
	not bounded
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} may have {most} machines, and does not say on which load (autoscaling_metric_specs)") if {
	input.type == "google_vertex_ai_deployment_resource_pool"
	most := input.after.dedicated_resources[0].max_replica_count
	most > input.after.dedicated_resources[0].min_replica_count
	not scales
}

bounded if input.after.dedicated_resources[0].max_replica_count > 0

scales if count(input.after.dedicated_resources[0].autoscaling_metric_specs) > 0
