# METADATA
# title: Caches are encrypted with a key of ours
# description: A key of our own can be rotated, audited and revoked; it can only be chosen when the instance is made.
# custom:
#   id: GCP-REDIS-003
#   severity: low
#   types: [google_redis_instance]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-28]
#   fix: "Set `customer_managed_key`."
#   unknown: set
package google.redis.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "google_redis_instance"
	not encrypted
}

encrypted if input.after.customer_managed_key != ""

encrypted if input.unknown.customer_managed_key
