# METADATA
# title: Caches of production outlive a zone
# description: "Without a replica that takes over, a lost node empties the cache, and all that it spared the database comes at once."
# custom:
#   id: AWS-ELASTICACHE-003
#   severity: medium
#   types: [aws_elasticache_replication_group]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_50, ElastiCacheRedisClusterMultiAZ]
#   controls: [NIST-CP-10]
#   fix: "Set `automatic_failover_enabled` and `multi_az_enabled`, with two nodes or more."
#   unknown: defer
package aws.elasticache.zones

import data.lib.live
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not fail over to another zone ({name})") if {
	input.type == "aws_elasticache_replication_group"
	live.production
	some name in ["automatic_failover_enabled", "multi_az_enabled"]
	not on[name]
}

on["automatic_failover_enabled"] if input.after.automatic_failover_enabled == true

on["multi_az_enabled"] if input.after.multi_az_enabled == true
