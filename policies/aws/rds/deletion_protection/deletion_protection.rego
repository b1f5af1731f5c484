# METADATA
# title: Databases are not deleted by accident
# description: "Deletion protection refuses what a refactor, a wrong workspace or a hand in the console would do. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-RDS-004
#   severity: medium
#   types: [aws_db_instance, aws_rds_cluster]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_139, CKV_AWS_293, AWS-0177, AWS-0343, RDSInstanceDeletionProtectionEnabled]
#   controls: [NIST-CP-9]
#   fix: "Set `deletion_protection`."
#   unknown: defer
package aws.rds.deletion_protection

import data.lib.environment
import data.lib.report

types := {"aws_db_instance", "aws_rds_cluster"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} can be deleted in one step") if {
	types[input.type]
	not input.after.deletion_protection
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)
