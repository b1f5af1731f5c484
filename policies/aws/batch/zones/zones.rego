# METADATA
# title: Jobs find machines in more than one zone
# description: "One zone runs out of a kind of machine, of spot above all, and the queue stands still."
# custom:
#   id: AWS-BATCH-004
#   severity: low
#   types: [aws_batch_compute_environment]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Name a subnet of each zone in `compute_resources.subnets`."
#   unknown: set
package aws.batch.zones

import data.lib.report
import data.lib.throwaway

deny contains report.violation(rego.metadata.chain(), $"{input.address} is in one subnet only") if {
	input.type == "aws_batch_compute_environment"
	not throwaway.here
	count(input.after.compute_resources[0].subnets) == 1
}
