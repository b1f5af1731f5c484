# METADATA
# title: Machines of development are small
# description: "A machine is paid for by the hour, used or not. Where nobody is served, more than eight cores are more often a slip than a need. Judged is where the stack or the tag `environment` says that it may be thrown away (`dev`, `test`, `sandbox` ...)."
# custom:
#   id: AWS-COST-002
#   severity: low
#   types: [aws_instance, aws_launch_template, aws_db_instance, aws_rds_cluster_instance, aws_elasticache_cluster, aws_elasticache_replication_group]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Take at most a `2xlarge`, or exempt the machine with the reason."
#   unknown: defer
package aws.cost.sizes

import data.lib.machines
import data.lib.report
import data.lib.throwaway

deny contains report.violation(rego.metadata.chain(), $"{input.address} is a {class} and not production (2xlarge is usual at most)") if {
	types[input.type]
	throwaway.here
	some class in classes
	machines.large(class)
}

# Each type has its own name for it.
classes contains input.after.instance_type

classes contains input.after.instance_class

classes contains input.after.node_type

types := {"aws_db_instance", "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_instance", "aws_launch_template", "aws_rds_cluster_instance"}
