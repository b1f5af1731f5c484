# METADATA
# title: Aurora Serverless is bounded
# description: "Each capacity unit costs some 90 dollars a month. A large bound is more often a slip than a need, and a bad query takes all of it."
# custom:
#   id: AWS-RDS-010
#   severity: low
#   types: [aws_rds_cluster]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Lower `serverlessv2_scaling_configuration.max_capacity` to 64, or exempt the cluster with the reason."
#   unknown: defer
package aws.rds.serverless

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} may scale to {most} capacity units (64 are usual at most)") if {
	input.type == "aws_rds_cluster"
	most := input.after.serverlessv2_scaling_configuration[0].max_capacity
	is_number(most)
	most > 64
}
