# METADATA
# title: Tables can be restored to a point in time
# description: Backups once a day lose a day.
# custom:
#   id: AWS-DDB-003
#   severity: high
#   types: [aws_dynamodb_table]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_28, AWS-0024, DDB3, DynamoDBPITREnabled]
#   controls: [NIST-CP-9]
#   fix: "Set `point_in_time_recovery` with `enabled`."
#   unknown: defer
package aws.dynamodb.recovery

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} cannot be restored to a point in time") if {
	input.type == "aws_dynamodb_table"
	not input.after.point_in_time_recovery[0].enabled
}
