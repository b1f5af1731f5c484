# METADATA
# title: Replicas are kept like the table
# description: "A replica has a key and backups of its own: what is true of the table says nothing of them."
# custom:
#   id: AWS-DDB-006
#   severity: high
#   types: [aws_dynamodb_table, aws_dynamodb_table_replica]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_271]
#   controls: [NIST-CP-9, NIST-SC-28]
#   fix: Set `kms_key_arn` and `point_in_time_recovery` in each `replica` block, and in each `aws_dynamodb_table_replica`.
#   unknown: set
package aws.dynamodb.replicas

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} has a replica in {replica.region_name} that {problem}") if {
	input.type == "aws_dynamodb_table"
	some replica in text.list(input.after.replica)
	some problem in problems(replica)
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "aws_dynamodb_table_replica"
	not own_key
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} cannot be restored to a point in time") if {
	input.type == "aws_dynamodb_table_replica"
	not input.after.point_in_time_recovery
}

own_key if input.after.kms_key_arn != ""

own_key if input.unknown.kms_key_arn

problems(replica) := {"is not encrypted with a key of ours" | not keyed(replica)} | {"cannot be restored to a point in time" | not replica.point_in_time_recovery}

keyed(replica) if replica.kms_key_arn != ""

keyed(_) if input.unknown.replica
