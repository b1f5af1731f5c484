# METADATA
# title: File systems are backed up
# description: "A file that was deleted is gone: EFS keeps no versions. An environment whose tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...) is not judged."
# custom:
#   id: AWS-EFS-002
#   severity: medium
#   types: [aws_efs_file_system]
#   stages: [synth, plan]
#   aliases: [EFSInBackupPlan, CKV2_AWS_18]
#   controls: [NIST-CP-9]
#   fix: "Add an `aws_efs_backup_policy` with `ENABLED`, or the file system to an `aws_backup_selection`."
#   unknown: defer
package aws.efs.backups

import data.lib.environment
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no backup policy") if {
	input.type == "aws_efs_file_system"
	not kept
	not throwaway
}

kept if input.links.backups[_]

throwaway if environment.throwaway(input.after.tags_all.environment)
