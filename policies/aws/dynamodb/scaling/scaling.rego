# METADATA
# title: Provisioned tables scale
# description: "Provisioned capacity that nothing changes throttles at the peak and is paid for at night. Without a `billing_mode` a table is provisioned."
# custom:
#   id: AWS-DDB-005
#   severity: medium
#   types: [aws_dynamodb_table]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_16, DynamoDBAutoScalingEnabled]
#   controls: [NIST-SC-5]
#   fix: Set `billing_mode` to `PAY_PER_REQUEST`, or add an `aws_appautoscaling_target` whose `resource_id` is `table/` and the name of the table.
#   unknown: defer
package aws.dynamodb.scaling

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has provisioned capacity that nothing scales") if {
	input.type == "aws_dynamodb_table"
	not on_demand
	not input.links.scaling[0]
	not input.unresolved.scaling
}

on_demand if input.after.billing_mode == "PAY_PER_REQUEST"
