# METADATA
# title: No policy replaces everybody's grants
# description: A whole policy of a project takes away what anyone else granted, Google's own accounts included, and can lock out who would repair it.
# custom:
#   id: GCP-IAM-009
#   severity: high
#   types: [google_folder_iam_policy, google_organization_iam_policy, google_project_iam_policy]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-6]
#   fix: "Grant each role by a `…_iam_member`."
#   unknown: defer
package google.iam.authoritative

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} replaces every grant there") if types[input.type]

types := {"google_folder_iam_policy", "google_organization_iam_policy", "google_project_iam_policy"}
