# METADATA
# title: Spot machines come from where there are most
# description: "Without a strategy for spot Batch takes the cheapest machines, which are those that are taken away first: jobs start again and again."
# custom:
#   id: AWS-BATCH-001
#   severity: low
#   types: [aws_batch_compute_environment]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Set `compute_resources.allocation_strategy` to `SPOT_PRICE_CAPACITY_OPTIMIZED`."
#   unknown: defer
package aws.batch.spot

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} takes the spot machines that go first (allocation_strategy)") if {
	input.type == "aws_batch_compute_environment"
	input.after.compute_resources[0].type == "SPOT"
	not lasting
}

lasting if {"SPOT_CAPACITY_OPTIMIZED", "SPOT_PRICE_CAPACITY_OPTIMIZED"}[input.after.compute_resources[0].allocation_strategy]
