# METADATA
# title: Images are scanned for known holes
# description: The project decides unless a repository opts out; one that opts out is told of no vulnerability.
# custom:
#   id: GCP-ARTIFACTS-004
#   severity: medium
#   types: [google_artifact_registry_repository]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-RA-5]
#   fix: "Remove `vulnerability_scanning_config`, or set `enablement_config` to `INHERITED`."
#   unknown: defer
package google.artifacts.scanning

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is not scanned for vulnerabilities") if {
	input.type == "google_artifact_registry_repository"
	input.after.vulnerability_scanning_config[0].enablement_config == "DISABLED"
}
