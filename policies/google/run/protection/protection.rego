# METADATA
# title: Services and jobs are protected from deletion
# description: A renamed construct would otherwise delete what serves. The protection is on unless it is switched off.
# custom:
#   id: GCP-RUN-009
#   severity: low
#   types: [google_cloud_run_v2_service, google_cloud_run_v2_job]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Remove `deletion_protection`, or set it to true; switch it off in the change before the one that deletes."
#   unknown: defer
package google.run.protection

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} may be deleted by a plan (deletion_protection is off)") if {
	types[input.type]
	input.after.deletion_protection == false
}

types := {"google_cloud_run_v2_job", "google_cloud_run_v2_service"}
