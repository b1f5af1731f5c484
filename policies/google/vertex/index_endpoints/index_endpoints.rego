# METADATA
# title: Indexes of vectors are not on the internet
# description: "An index holds what it was made of: whoever may ask it often enough gets the data back."
# custom:
#   id: GCP-VERTEX-002
#   severity: medium
#   types: [google_vertex_ai_index_endpoint]
#   stages: [synth, plan]
#   aliases: [CKV2_GCP_34]
#   controls: [NIST-SC-7]
#   fix: "Remove `public_endpoint_enabled`; set `network` or `private_service_connect_config`."
#   unknown: defer
package google.vertex.index_endpoints

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is on the internet (public_endpoint_enabled)") if {
	input.type == "google_vertex_ai_index_endpoint"
	input.after.public_endpoint_enabled == true
}
