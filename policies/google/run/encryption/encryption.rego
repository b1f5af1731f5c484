# METADATA
# title: Services and jobs are encrypted with a key of ours
# description: The image that runs is a copy of ours. A key of our own can be rotated, audited and revoked, and what it encrypts stops with it.
# custom:
#   id: GCP-RUN-006
#   severity: medium
#   types: [google_cloud_run_v2_service, google_cloud_run_v2_job]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-28]
#   fix: "Set `encryption_key` in the template."
#   unknown: set
package google.run.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	types[input.type]
	not encrypted
}

encrypted if input.after.template[0].encryption_key != ""

encrypted if input.after.template[0].template[0].encryption_key != ""

encrypted if input.unknown.template[0].encryption_key

encrypted if input.unknown.template[0].template[0].encryption_key

types := {"google_cloud_run_v2_job", "google_cloud_run_v2_service"}
