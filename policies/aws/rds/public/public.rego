# METADATA
# title: Databases have no address on the internet
# description: "One password, or one hole that is not patched yet, is then all that keeps everybody out."
# custom:
#   id: AWS-RDS-002
#   severity: critical
#   types: [aws_db_instance, aws_rds_cluster_instance]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_17, AWS-0180, RDSInstancePublicAccess]
#   controls: [CIS-AWS-2.3.3, NIST-SC-7]
#   fix: "Set `publicly_accessible` to false."
#   unknown: defer
package aws.rds.public

import data.lib.report

types := {"aws_db_instance", "aws_rds_cluster_instance"}

deny contains report.violation(rego.metadata.chain(), $"{input.address} has an address on the internet (publicly_accessible)") if {
	types[input.type]
	input.after.publicly_accessible == true
}
