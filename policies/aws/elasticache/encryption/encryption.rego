# METADATA
# title: Caches are encrypted
# description: "A cache holds what the database holds: sessions, names, prices. It cannot be encrypted later."
# custom:
#   id: AWS-ELASTICACHE-001
#   severity: high
#   types: [aws_elasticache_replication_group]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_29, AWS-0045]
#   controls: [NIST-SC-28]
#   fix: "Set `at_rest_encryption_enabled`."
#   unknown: defer
package aws.elasticache.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted (at_rest_encryption_enabled)") if {
	input.type == "aws_elasticache_replication_group"
	not input.after.at_rest_encryption_enabled
}
