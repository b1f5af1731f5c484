# METADATA
# title: Caches are asked over TLS
# description: "Whoever is on the network reads every session otherwise, and no password can be asked for."
# custom:
#   id: AWS-ELASTICACHE-002
#   severity: high
#   types: [aws_elasticache_replication_group]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_30, AWS-0051]
#   controls: [NIST-SC-8]
#   fix: "Set `transit_encryption_enabled`."
#   unknown: defer
package aws.elasticache.tls

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is asked in plaintext (transit_encryption_enabled)") if {
	input.type == "aws_elasticache_replication_group"
	not input.after.transit_encryption_enabled
}
