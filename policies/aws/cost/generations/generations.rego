# METADATA
# title: Machines are of a generation that is still the best for its price
# description: "A later family does the same work for less money and energy, and the old ones run out."
# custom:
#   id: AWS-COST-001
#   severity: low
#   types: [aws_instance, aws_launch_template, aws_db_instance, aws_rds_cluster_instance, aws_elasticache_cluster, aws_elasticache_replication_group]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-22]
#   fix: "Take the same size of a later family: `t3` or `t4g` for `t2`, `m7g` for `m4`, `db.t4g` for `db.t2`."
#   unknown: defer
package aws.cost.generations

import data.lib.machines
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is a {class}, which a later family does for less") if {
	types[input.type]
	some class in classes
	machines.outdated(class)
}

# Each type has its own name for it.
classes contains input.after.instance_type

classes contains input.after.instance_class

classes contains input.after.node_type

types := {"aws_db_instance", "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_instance", "aws_launch_template", "aws_rds_cluster_instance"}
