# METADATA
# title: What holds state is not lost
# description: "A refactor must not delete or replace a table, queue, bucket, key or log. Only a plan can show it: `prevent_destroy` is not in it, and the synthesized stack knows no state."
# custom:
#   id: AWS-STATE-001
#   severity: critical
#   types: [aws_cloudwatch_log_group, aws_db_instance, aws_dynamodb_table, aws_ecr_repository, aws_efs_file_system, aws_elasticache_replication_group, aws_kinesis_stream, aws_kms_key, aws_rds_cluster, aws_s3_bucket, aws_secretsmanager_secret, aws_sns_topic, aws_sqs_queue]
#   stages: [plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Keep the resource (`moved` for a rename); where the loss is meant, exempt this address with an owner, a reason and a date."
#   unknown: defer
package aws.state.retained

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} holds state and would be {what}") if what

what := "deleted" if {
	gone
	not created
}

what := $"replaced, because of {paths}" if {
	gone
	created
	count(input.replacePaths) > 0
	paths := concat(", ", input.replacePaths)
}

what := "replaced" if {
	gone
	created
	count(input.replacePaths) == 0
}

what := "forgotten: Terraform would stop managing it" if {
	"forget" in input.actions
	not gone
}

# A token this version of the gate has not met may do anything.
what := $"changed by an action the gate does not know ({names})" if {
	not gone
	not "forget" in input.actions
	strange := [action | some action in input.actions; not known[action]]
	count(strange) > 0
	names := concat(", ", strange)
}

gone if "delete" in input.actions

created if "create" in input.actions

known := {"no-op", "create", "read", "update", "delete", "forget"}
