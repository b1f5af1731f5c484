# METADATA
# title: Endpoints of models are private and encrypted with a key of ours
# description: What is sent to a model is data of users. A private endpoint is not on the internet; a key of our own can be revoked.
# custom:
#   id: GCP-VERTEX-001
#   severity: medium
#   types: [google_vertex_ai_endpoint]
#   stages: [synth, plan]
#   aliases: [CKV2_GCP_24, CKV2_GCP_33]
#   controls: [NIST-SC-7, NIST-SC-28]
#   fix: "Set `encryption_spec.kms_key_name`, and `network` or `private_service_connect_config`."
#   unknown: set
package google.vertex.endpoints

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours (encryption_spec)") if {
	input.type == "google_vertex_ai_endpoint"
	not encrypted
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} is on the internet (network or private_service_connect_config)") if {
	input.type == "google_vertex_ai_endpoint"
	not private
}

encrypted if input.after.encryption_spec[0].kms_key_name != ""

encrypted if input.unknown.encryption_spec

private if input.after.network != ""

private if input.unknown.network

private if input.after.private_service_connect_config[0].enable_private_service_connect == true
