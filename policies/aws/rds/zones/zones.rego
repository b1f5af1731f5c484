# METADATA
# title: Databases of production outlive a zone
# description: "An instance in one zone is gone for as long as the zone is, and for minutes at each maintenance."
# custom:
#   id: AWS-RDS-005
#   severity: medium
#   types: [aws_db_instance, aws_rds_cluster]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_157, RDSMultiAZSupport]
#   controls: [CIS-AWS-2.3.4, NIST-CP-10]
#   fix: "Set `multi_az`; give a cluster of Aurora a second `aws_rds_cluster_instance`."
#   unknown: defer
package aws.rds.zones

import data.lib.live
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is in one zone only (multi_az)") if {
	input.type == "aws_db_instance"
	live.production
	not input.after.multi_az
	not input.after.replicate_source_db
}

# Its instances may be of another stack. A cluster with a class of its own has three.
deny contains report.violation(rego.metadata.chain(), $"{input.address} has one instance only") if {
	input.type == "aws_rds_cluster"
	live.production
	count(input.links.instances) == 1
	not input.after.db_cluster_instance_class
}
