import { breakagesOf } from "./notation";

const { set, removed, added, edited } = breakagesOf("google");

const DATABASE = "google_firestore_database.state";
const TOPIC = "google_pubsub_topic.events";
const SUBSCRIPTION = "google_pubsub_subscription.events";
const BUCKET = "google_storage_bucket.archive";
const KEY = "google_kms_crypto_key.key";
const GRANT = "google_project_iam_member.datastore";

const topics = [
  set("GCP-PUBSUB-001", TOPIC, "kms_key_name", undefined),
  set("GCP-PUBSUB-003", TOPIC, "message_storage_policy", undefined, "message_storage_policy"),
  set("GCP-PUBSUB-004", TOPIC, "message_retention_duration", undefined),
  removed("GCP-PUBSUB-013", "google_pubsub_topic.dead", "google_pubsub_subscription.dead"),
];

const subscriptions = [
  set("GCP-PUBSUB-002", SUBSCRIPTION, "dead_letter_policy", undefined),
  set("GCP-PUBSUB-005", SUBSCRIPTION, "dead_letter_policy", [
    { dead_letter_topic: "${google_pubsub_topic.dead.id}", max_delivery_attempts: 4 },
  ]),
  set("GCP-PUBSUB-006", SUBSCRIPTION, "retry_policy", undefined),
  set("GCP-PUBSUB-006", SUBSCRIPTION, "retry_policy", [{ minimum_backoff: "0s" }]),
  set("GCP-PUBSUB-007", SUBSCRIPTION, "expiration_policy", undefined, "expiration_policy"),
  set(
    "GCP-PUBSUB-012",
    SUBSCRIPTION,
    "message_retention_duration",
    "600s",
    "message_retention_duration",
  ),
  removed("GCP-PUBSUB-014", SUBSCRIPTION, "google_pubsub_topic_iam_member.set_aside"),
  removed("GCP-PUBSUB-014", SUBSCRIPTION, "google_pubsub_subscription_iam_member.set_aside"),
];

const databases = [
  set("GCP-FIRESTORE-001", DATABASE, "cmek_config", undefined),
  set(
    "GCP-FIRESTORE-002",
    DATABASE,
    "point_in_time_recovery_enablement",
    "POINT_IN_TIME_RECOVERY_DISABLED",
    "point_in_time_recovery_enablement",
  ),
  removed("GCP-FIRESTORE-003", DATABASE, "google_firestore_field.ttl"),
  set(
    "GCP-FIRESTORE-004",
    DATABASE,
    "delete_protection_state",
    undefined,
    "delete_protection_state",
  ),
  set("GCP-FIRESTORE-005", DATABASE, "deletion_policy", "ABANDON"),
  set("GCP-FIRESTORE-006", "google_firestore_field.ttl", "index_config", undefined),
];

const buckets = [
  set("GCP-STORAGE-001", BUCKET, "encryption", undefined),
  set(
    "GCP-STORAGE-002",
    BUCKET,
    "public_access_prevention",
    "inherited",
    "public_access_prevention",
  ),
  set("GCP-STORAGE-002", BUCKET, "uniform_bucket_level_access", false),
  set("GCP-STORAGE-003", BUCKET, "versioning", [{ enabled: false }], "versioning"),
  set(
    "GCP-STORAGE-004",
    BUCKET,
    "soft_delete_policy",
    [{ retention_duration_seconds: 0 }],
    "soft_delete_policy",
  ),
  set("GCP-STORAGE-005", BUCKET, "lifecycle_rule", undefined),
  set("GCP-STORAGE-006", BUCKET, "logging", [{ log_bucket: "orders-archive" }], "logging"),
  set("GCP-STORAGE-008", BUCKET, "cors", [{ origin: ["*"] }], "cors"),
];

const keys = [
  set("GCP-KMS-001", KEY, "rotation_period", undefined, "rotation_period"),
  set("GCP-KMS-001", KEY, "rotation_period", "7776001s", "rotation_period"),
  set("GCP-KMS-002", KEY, "destroy_scheduled_duration", "86400s", "destroy_scheduled_duration"),
  set("GCP-KMS-003", KEY, "version_template", [{ protection_level: "EXTERNAL" }]),
];

const grants = [
  set("GCP-IAM-001", GRANT, "role", "roles/editor", "role"),
  set("GCP-IAM-002", "google_cloud_run_v2_service_iam_member.push", "member", "allUsers", "member"),
  set("GCP-IAM-003", GRANT, "role", "roles/iam.serviceAccountUser", "role"),
  set(
    "GCP-IAM-004",
    GRANT,
    "member",
    "serviceAccount:1-compute@developer.gserviceaccount.com",
    "member",
  ),
  edited({
    id: "GCP-IAM-005",
    address: GRANT,
    how: "with a role that administrates",
    edit: (stack) => {
      stack.set(GRANT, "role", "roles/datastore.indexAdmin");
      stack.set(GRANT, "member", "serviceAccount:a@p.iam.gserviceaccount.com");
    },
  }),
  set("GCP-IAM-006", GRANT, "member", "user:a@example.com", "member"),
  set("GCP-IAM-007", GRANT, "member", "user:a@gmail.com", "member"),
  set("GCP-IAM-008", GRANT, "condition", undefined, "role"),
  added("GCP-IAM-009", "google_project_iam_policy.all", { project: "p", policy_data: "{}" }),
  added("GCP-IAM-010", "google_service_account_key.key", { service_account_id: "a" }),
  set("GCP-IAM-012", "google_service_account.processor", "display_name", undefined),
  set(
    "GCP-IAM-013",
    GRANT,
    "member",
    "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/*",
    "member",
  ),
];

export const google = [
  ...topics,
  ...subscriptions,
  ...databases,
  ...buckets,
  ...keys,
  ...grants,
  set("GCP-COST-001", "google_cloud_run_v2_service.processor", "template", [
    { scaling: [{ min_instance_count: 1, max_instance_count: 10 }] },
  ]),
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
    address: TOPIC,
    how: "without an owner",
    decides: "effective_labels",
    edit: (stack) => stack.untag(TOPIC, "owner"),
  }),
];
