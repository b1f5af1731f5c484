# METADATA
# title: Resources say whose they are
# description: "Without an owner and a cost centre a resource is nobody's. The keys are `service`, `owner`, `environment` and `cost-center`; those of the provider's defaults count."
# custom:
#   id: GCP-LABELS-001
#   severity: medium
#   types: [google_artifact_registry_repository, google_cloud_run_v2_job, google_cloud_run_v2_service, google_cloudfunctions2_function, google_kms_crypto_key, google_pubsub_subscription, google_pubsub_topic, google_secret_manager_secret, google_storage_bucket]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-8]
#   fix: Set the labels service, owner, environment and cost-center, on the resource or in the provider's `default_labels`.
#   unknown: defer
package google.labels.required

import data.lib.report

# Some keys are known to be missing, whatever the value of another turns out to be.
deny contains report.violation(rego.metadata.chain(), $"{input.address} lacks the labels {list}") if {
	not input.unknown.effective_labels == true
	names := [name | some name in required; missing(name)]
	count(names) > 0
	list := concat(", ", names)
}

required := ["service", "owner", "environment", "cost-center"]

missing(name) if {
	not present(name)
	not input.unknown.effective_labels[name]
}

present(name) if input.after.effective_labels[name] != ""
