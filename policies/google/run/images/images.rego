# METADATA
# title: An image is named by a version
# description: "`latest`, or no tag, is another image tomorrow: what was judged is not what runs, and a rollback brings nothing back."
# custom:
#   id: GCP-RUN-008
#   severity: medium
#   types: [google_cloud_run_v2_service, google_cloud_run_v2_job]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-2, NIST-SI-7]
#   fix: "Name the image by its digest (`…@sha256:…`)."
#   unknown: defer
package google.run.images

import data.lib.containers
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} runs {image}, which names no version") if {
	types[input.type]
	some image in images
	not containers.versioned(image)
}

images contains input.after.template[0].containers[_].image

images contains input.after.template[0].template[0].containers[_].image

types := {"google_cloud_run_v2_job", "google_cloud_run_v2_service"}
