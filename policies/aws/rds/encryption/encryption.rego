# METADATA
# title: Databases are encrypted
# description: "A snapshot or a disk that is thrown away is readable otherwise, and an instance cannot be encrypted later. A replica is like its source."
# custom:
#   id: AWS-RDS-001
#   severity: high
#   types: [aws_db_instance, aws_rds_cluster]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_16, CKV_AWS_96, AWS-0079, AWS-0080, RDSStorageEncrypted]
#   controls: [CIS-AWS-2.3.1, NIST-SC-28]
#   fix: "Set `storage_encrypted`, and `kms_key_id` to a key of ours."
#   unknown: defer
package aws.rds.encryption

import data.lib.report

types := {"aws_db_instance", "aws_rds_cluster"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted (storage_encrypted)") if {
	types[input.type]
	not input.after.storage_encrypted
	not input.after.replicate_source_db
}
