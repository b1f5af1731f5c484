import { breakagesOf } from "./notation";

const { set, removed, edited } = breakagesOf("google");

const DATABASE = "google_firestore_database.state";

export const google = [
  set("GCP-IAM-001", "google_project_iam_member.datastore", "role", "roles/editor", "role"),
  set("GCP-IAM-002", "google_cloud_run_v2_service_iam_member.push", "member", "allUsers", "member"),
  set("GCP-PUBSUB-001", "google_pubsub_topic.events", "kms_key_name", undefined),
  set("GCP-PUBSUB-002", "google_pubsub_subscription.events", "dead_letter_policy", undefined),
  set("GCP-STORAGE-001", "google_storage_bucket.archive", "encryption", undefined),
  set(
    "GCP-STORAGE-002",
    "google_storage_bucket.archive",
    "public_access_prevention",
    "inherited",
    "public_access_prevention",
  ),
  set("GCP-STORAGE-002", "google_storage_bucket.archive", "uniform_bucket_level_access", false),
  set("GCP-FIRESTORE-001", DATABASE, "cmek_config", undefined),
  set(
    "GCP-FIRESTORE-002",
    DATABASE,
    "point_in_time_recovery_enablement",
    "POINT_IN_TIME_RECOVERY_DISABLED",
    "point_in_time_recovery_enablement",
  ),
  removed("GCP-FIRESTORE-003", DATABASE, "google_firestore_field.ttl"),
  set("GCP-RUN-001", "google_cloud_run_v2_service.processor", "template", [
    { scaling: [{ min_instance_count: 0 }] },
  ]),
  set(
    "GCP-RUN-002",
    "google_cloud_run_v2_service.processor",
    "invoker_iam_disabled",
    true,
    "invoker_iam_disabled",
  ),
  edited({
    id: "GCP-LABELS-001",
    address: "google_pubsub_topic.events",
    how: "without an owner",
    decides: "effective_labels",
    edit: (stack) => stack.untag("google_pubsub_topic.events", "owner"),
  }),
];
