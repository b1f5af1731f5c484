# METADATA
# title: Old versions are cleaned up
# description: Every build leaves an image. Without a policy they cost for ever, and old ones with known holes stay at hand.
# custom:
#   id: GCP-ARTIFACTS-003
#   severity: low
#   types: [google_artifact_registry_repository]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-12]
#   fix: "Add `cleanup_policies`: one that keeps the latest versions, one that deletes the rest after some days."
#   unknown: defer
package google.artifacts.cleanup

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps every version for ever (cleanup_policies)") if {
	input.type == "google_artifact_registry_repository"
	not deletes
	not elsewhere
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} only pretends to clean up (cleanup_policy_dry_run)") if {
	input.type == "google_artifact_registry_repository"
	input.after.cleanup_policy_dry_run == true
}

deletes if input.after.cleanup_policies[_].action == "DELETE"

elsewhere if input.after.mode == "VIRTUAL_REPOSITORY"
