# METADATA
# title: Tables are not deleted by accident
# description: "Deletion protection refuses what a refactor, a wrong workspace or a hand in the console would do. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-DDB-004
#   severity: medium
#   types: [aws_dynamodb_table, aws_dynamodb_table_replica]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: Set `deletion_protection_enabled` to true; in a declaration, `deletionProtection` of the store.
#   unknown: defer
package aws.dynamodb.deletion_protection

import data.lib.environment
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} can be deleted in one step") if {
	input.type in {"aws_dynamodb_table", "aws_dynamodb_table_replica"}
	not input.after.deletion_protection_enabled
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)
