# METADATA
# title: What one resource needs is granted on that resource
# description: A role that reads or writes data, granted on a project, holds for each topic, bucket, key and database there, tomorrow's too. A condition narrows it where the resource has no policy of its own.
# custom:
#   id: GCP-IAM-008
#   severity: medium
#   types: [google_folder_iam_member, google_folder_iam_binding, google_folder_iam_policy, google_organization_iam_member, google_organization_iam_binding, google_organization_iam_policy, google_project_iam_member, google_project_iam_binding, google_project_iam_policy]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-6]
#   fix: "Grant the role on the topic, bucket, key, secret or service; for a database add a `condition` on `resource.name`."
#   unknown: defer
package google.iam.project_wide

import data.lib.google
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} grants {role} on everything below it") if {
	google.grants_on_all
	some role in google.whole_roles
	narrowable[role]
}

narrowable := {"roles/artifactregistry.reader", "roles/artifactregistry.writer", "roles/bigquery.dataEditor", "roles/bigquery.dataViewer", "roles/cloudfunctions.invoker", "roles/cloudkms.cryptoKeyDecrypter", "roles/cloudkms.cryptoKeyEncrypter", "roles/cloudkms.cryptoKeyEncrypterDecrypter", "roles/cloudtasks.enqueuer", "roles/datastore.user", "roles/datastore.viewer", "roles/pubsub.publisher", "roles/pubsub.subscriber", "roles/run.invoker", "roles/secretmanager.secretAccessor", "roles/storage.objectCreator", "roles/storage.objectUser", "roles/storage.objectViewer"}
