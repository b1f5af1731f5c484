# METADATA
# title: Machines of jobs hand out credentials only to who asks twice
# description: "Without a launch template nothing says that the metadata of a machine asks for a token (IMDSv2), and a job that was tricked into one request has the credentials of the machine."
# custom:
#   id: AWS-BATCH-002
#   severity: medium
#   types: [aws_batch_compute_environment]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-3]
#   fix: "Name an `aws_launch_template` with `metadata_options.http_tokens` `required` in `compute_resources.launch_template`."
#   unknown: set
package aws.batch.metadata

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} starts machines without a launch template (IMDSv1)") if {
	input.type == "aws_batch_compute_environment"
	machines[input.after.compute_resources[0].type]
	not input.after.compute_resources[0].launch_template[0]
}

# Fargate has no machine of one's own.
machines := {"EC2", "SPOT"}
