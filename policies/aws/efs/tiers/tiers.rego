# METADATA
# title: Files that nobody reads cost less
# description: "Infrequent access costs a tenth, and a file comes back when it is read."
# custom:
#   id: AWS-EFS-003
#   severity: low
#   types: [aws_efs_file_system]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-12]
#   fix: "Set `lifecycle_policy.transition_to_ia`, `AFTER_30_DAYS` for one."
#   unknown: defer
package aws.efs.tiers

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps files that nobody reads at the full price (lifecycle_policy)") if {
	input.type == "aws_efs_file_system"
	not moved
}

moved if input.after.lifecycle_policy[_].transition_to_ia
