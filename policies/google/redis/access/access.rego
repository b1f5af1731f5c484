# METADATA
# title: Caches ask who connects, and over TLS
# description: Without AUTH whoever reaches the network reads the cache; without TLS whoever is on the way does.
# custom:
#   id: GCP-REDIS-001
#   severity: high
#   types: [google_redis_instance]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_95, CKV_GCP_97]
#   controls: [NIST-AC-3, NIST-SC-8]
#   fix: "Set `auth_enabled` to true and `transit_encryption_mode` to `SERVER_AUTHENTICATION`."
#   unknown: defer
package google.redis.access

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} asks nobody for a password (auth_enabled)") if {
	input.type == "google_redis_instance"
	not input.after.auth_enabled
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} speaks in clear (transit_encryption_mode)") if {
	input.type == "google_redis_instance"
	not input.after.transit_encryption_mode == "SERVER_AUTHENTICATION"
}
