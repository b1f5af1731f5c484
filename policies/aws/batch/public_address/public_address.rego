# METADATA
# title: Jobs have no public address
# description: "A job with one is reachable from the whole internet, whatever else protects it."
# custom:
#   id: AWS-BATCH-008
#   severity: high
#   types: [aws_batch_job_definition]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-7]
#   fix: "Leave `networkConfiguration.assignPublicIp` out, and reach out by a NAT gateway or endpoints."
#   unknown: defer
package aws.batch.public_address

import data.lib.containers
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} gives its jobs public addresses (assignPublicIp)") if {
	input.type == "aws_batch_job_definition"
	some container in containers.all
	container.networkConfiguration.assignPublicIp == "ENABLED"
}
