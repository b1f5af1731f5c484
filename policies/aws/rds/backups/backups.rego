# METADATA
# title: Databases can be restored to a point of the last week
# description: "What a bad release wrote is noticed after days: the single day that Aurora keeps by itself is over then. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-RDS-003
#   severity: high
#   types: [aws_db_instance, aws_rds_cluster]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_133, AWS-0077, RDSInstanceBackupEnabled]
#   controls: [NIST-CP-9]
#   fix: "Set `backup_retention_period` to 7 or more."
#   unknown: defer
package aws.rds.backups

import data.lib.environment
import data.lib.report

types := {"aws_db_instance", "aws_rds_cluster"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps backups for less than 7 days (backup_retention_period)") if {
	types[input.type]
	not kept
	not input.after.replicate_source_db
	not throwaway
}

kept if input.after.backup_retention_period >= 7

throwaway if environment.throwaway(input.after.tags_all.environment)
