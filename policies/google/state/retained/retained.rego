# METADATA
# title: What holds state is not lost
# description: "A refactor must not delete or replace a table, queue, bucket, key or log. Only a plan can show it: `prevent_destroy` is not in it, and the synthesized stack knows no state."
# custom:
#   id: GCP-STATE-001
#   severity: critical
#   types: [google_artifact_registry_repository, google_bigquery_dataset, google_bigquery_table, google_firestore_database, google_kms_crypto_key, google_kms_key_ring, google_logging_project_bucket_config, google_pubsub_subscription, google_pubsub_topic, google_redis_instance, google_secret_manager_secret, google_spanner_instance, google_sql_database_instance, google_storage_bucket]
#   stages: [plan]
#   aliases: [CKV_GCP_82]
#   controls: [NIST-CP-9]
#   fix: "Keep the resource (`moved` for a rename); where the loss is meant, exempt this address with an owner, a reason and a date."
#   unknown: defer
package google.state.retained

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} holds state and would be {what}") if what

what := "deleted" if {
	gone
	not created
}

what := $"replaced, because of {paths}" if {
	gone
	created
	count(input.replacePaths) > 0
	paths := concat(", ", input.replacePaths)
}

what := "replaced" if {
	gone
	created
	count(input.replacePaths) == 0
}

what := "forgotten: Terraform would stop managing it" if {
	"forget" in input.actions
	not gone
}

# A token this version of the gate has not met may do anything.
what := $"changed by an action the gate does not know ({names})" if {
	not gone
	not "forget" in input.actions
	strange := [action | some action in input.actions; not known[action]]
	count(strange) > 0
	names := concat(", ", strange)
}

gone if "delete" in input.actions

created if "create" in input.actions

known := {"no-op", "create", "read", "update", "delete", "forget"}
