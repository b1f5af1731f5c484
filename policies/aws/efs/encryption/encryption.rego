# METADATA
# title: File systems are encrypted
# description: "A file system cannot be encrypted later, only copied to one that is."
# custom:
#   id: AWS-EFS-001
#   severity: high
#   types: [aws_efs_file_system]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_42, AWS-0037, EFSEncrypted]
#   controls: [CIS-AWS-2.4.1, NIST-SC-28]
#   fix: "Set `encrypted`."
#   unknown: defer
package aws.efs.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted (encrypted)") if {
	input.type == "aws_efs_file_system"
	not input.after.encrypted
}
