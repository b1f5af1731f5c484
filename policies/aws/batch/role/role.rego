# METADATA
# title: Jobs have a role of their own
# description: "Without one a job acts as the machine it runs on, like every other job there."
# custom:
#   id: AWS-BATCH-007
#   severity: low
#   types: [aws_batch_job_definition]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-6]
#   fix: "Set `jobRoleArn` in `container_properties`."
#   unknown: defer
package aws.batch.role

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} acts as the machine it runs on (jobRoleArn)") if {
	input.type == "aws_batch_job_definition"
	properties := text.object(input.after.container_properties)
	not properties.jobRoleArn
}
