# METADATA
# title: Provisioned capacity is bounded
# description: "Capacity is paid for by the hour, used or not: 1,000 write units cost some 470 dollars a month. A large number is more often a slip than a need."
# custom:
#   id: AWS-DDB-007
#   severity: low
#   types: [aws_dynamodb_table, aws_appautoscaling_target]
#   stages: [synth, plan]
#   aliases: []
#   controls: []
#   fix: Lower the capacity to 1000 units, use `PAY_PER_REQUEST`, or exempt the table with the reason.
#   unknown: defer
package aws.dynamodb.cost

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} provisions {units} units in {name} (1000 are usual at most)") if {
	input.type == "aws_dynamodb_table"
	some name, units in provisioned
	is_number(units)
	units > 1000
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} may scale a table to {input.after.max_capacity} units (1000 are usual at most)") if {
	input.type == "aws_appautoscaling_target"
	input.after.service_namespace == "dynamodb"
	is_number(input.after.max_capacity)
	input.after.max_capacity > 1000
}

provisioned["read_capacity"] := input.after.read_capacity

provisioned["write_capacity"] := input.after.write_capacity
