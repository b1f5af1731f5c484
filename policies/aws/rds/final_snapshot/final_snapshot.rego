# METADATA
# title: A database leaves a snapshot behind
# description: "Without it everything since the last backup is gone with the database, and the automatic backups of an instance as well. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-RDS-006
#   severity: medium
#   types: [aws_db_instance, aws_rds_cluster]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Leave `skip_final_snapshot` out and set `final_snapshot_identifier`."
#   unknown: defer
package aws.rds.final_snapshot

import data.lib.environment
import data.lib.report

types := {"aws_db_instance", "aws_rds_cluster"}

deny contains report.violation(rego.metadata.chain(), $"{input.address} leaves no snapshot behind (skip_final_snapshot)") if {
	types[input.type]
	input.after.skip_final_snapshot == true
	not input.after.replicate_source_db
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)
