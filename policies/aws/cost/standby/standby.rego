# METADATA
# title: Development pays for one machine, not for its substitute
# description: "A substitute in another zone doubles the price, and guards an uptime that nobody is promised. Judged is where the stack or the tag `environment` says that it may be thrown away; tests of failover belong to staging."
# custom:
#   id: AWS-COST-006
#   severity: low
#   types: [aws_db_instance, aws_elasticache_replication_group]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Leave `multi_az` (`multi_az_enabled` of a cache) out."
#   unknown: defer
package aws.cost.standby

import data.lib.report
import data.lib.throwaway

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps a substitute in another zone and is not production") if {
	types[input.type]
	throwaway.here
	doubled
}

doubled if input.after.multi_az == true

doubled if input.after.multi_az_enabled == true

types := {"aws_db_instance", "aws_elasticache_replication_group"}
