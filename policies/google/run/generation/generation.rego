# METADATA
# title: File systems are mounted in the second generation
# description: "Mounted buckets and NFS shares need the second generation of the execution environment: in the first the revision does not start."
# custom:
#   id: GCP-RUN-010
#   severity: medium
#   types: [google_cloud_run_v2_service, google_cloud_run_v2_job]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-39]
#   fix: "Set `execution_environment` of the template to `EXECUTION_ENVIRONMENT_GEN2`."
#   unknown: set
package google.run.generation

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} mounts a file system and does not ask for EXECUTION_ENVIRONMENT_GEN2") if {
	types[input.type]
	some template in templates
	some volume in template.volumes
	mounted(volume)
	not template.execution_environment == "EXECUTION_ENVIRONMENT_GEN2"
	not open
}

templates contains input.after.template[0]

templates contains input.after.template[0].template[0]

mounted(volume) if count(text.list(volume.nfs)) > 0

mounted(volume) if count(text.list(volume.gcs)) > 0

open if input.unknown.template[0].execution_environment

open if input.unknown.template[0].template[0].execution_environment

types := {"google_cloud_run_v2_job", "google_cloud_run_v2_service"}
