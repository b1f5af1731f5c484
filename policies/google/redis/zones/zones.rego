# METADATA
# title: Caches outlive a zone
# description: "A basic instance has no replica: each maintenance empties it, and all that it spared the database comes at once."
# custom:
#   id: GCP-REDIS-002
#   severity: medium
#   types: [google_redis_instance]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Set `tier` to `STANDARD_HA`."
#   unknown: defer
package google.redis.zones

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no replica (tier)") if {
	input.type == "google_redis_instance"
	not input.after.tier == "STANDARD_HA"
}
