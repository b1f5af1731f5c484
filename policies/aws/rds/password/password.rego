# METADATA
# title: RDS keeps the password of a database
# description: "A password that Terraform sets stands in the state and is never rotated. RDS makes one, keeps it in Secrets Manager and rotates it."
# custom:
#   id: AWS-RDS-007
#   severity: medium
#   types: [aws_db_instance, aws_rds_cluster]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-IA-5]
#   fix: "Set `manage_master_user_password`, or the write-only `password_wo` (cluster: `master_password_wo`)."
#   unknown: defer
package aws.rds.password

import data.lib.report

types := {"aws_db_instance", "aws_rds_cluster"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} has a password that Terraform knows (manage_master_user_password)") if {
	types[input.type]
	not input.after.manage_master_user_password
	not has_none_to_keep
}

# What copies another database takes its password along; what is written only is in no state.
has_none_to_keep if input.after.replicate_source_db

has_none_to_keep if input.after.replication_source_identifier

has_none_to_keep if input.after.global_cluster_identifier

has_none_to_keep if input.after.password_wo_version

has_none_to_keep if input.after.master_password_wo_version
