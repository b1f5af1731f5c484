# METADATA
# title: Databases get small upgrades by themselves
# description: Minor versions bring what closes holes; whoever switches them off must remember each.
# custom:
#   id: AWS-RDS-009
#   severity: low
#   types: [aws_db_instance, aws_rds_cluster_instance]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_226, RDSAutomaticMinorVersionUpgradeEnabled]
#   controls: [CIS-AWS-2.3.2, NIST-SI-2]
#   fix: "Leave `auto_minor_version_upgrade` out."
#   unknown: defer
package aws.rds.upgrades

import data.lib.report

types := {"aws_db_instance", "aws_rds_cluster_instance"}

deny contains report.violation(rego.metadata.chain(), $"{input.address} gets no security updates by itself (auto_minor_version_upgrade)") if {
	types[input.type]
	input.after.auto_minor_version_upgrade == false
}
