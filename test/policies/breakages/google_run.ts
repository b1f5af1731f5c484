import { breakagesOf } from "./notation";

const { set, removed } = breakagesOf("google_run");

const FUNCTION = "google_cloudfunctions2_function.orders";
const REPORTS = "google_cloudfunctions2_function.reports";
const SERVICE = "google_cloud_run_v2_service.web";
const JOB = "google_cloud_run_v2_job.nightly";
const PUSH = "google_pubsub_subscription.push";
const IMAGES = "google_artifact_registry_repository.jobs";
const ACCOUNT = "run@p.iam.gserviceaccount.com";

const functions = [
  set("GCP-FUNCTIONS-001", FUNCTION, "service_config", [
    { ingress_settings: "ALLOW_ALL", service_account_email: ACCOUNT },
  ]),
  set("GCP-FUNCTIONS-002", FUNCTION, "build_config", [{ runtime: "nodejs22" }]),
  set("GCP-FUNCTIONS-003", FUNCTION, "kms_key_name", undefined),
  set("GCP-FUNCTIONS-004", FUNCTION, "build_config", [{ runtime: "nodejs18" }]),
  set("GCP-FUNCTIONS-005", REPORTS, "event_trigger", [
    { retry_policy: "RETRY_POLICY_DO_NOT_RETRY", service_account_email: ACCOUNT },
  ]),
  set("GCP-RUN-003", FUNCTION, "service_config", [{ max_instance_count: 1 }]),
  set("GCP-RUN-005", FUNCTION, "service_config", [{ vpc_connector: "c" }]),
  set("GCP-RUN-007", FUNCTION, "service_config", [
    { environment_variables: { DB_PASSWORD: "hunter2" } },
  ]),
];

const services = [
  set("GCP-RUN-003", SERVICE, "template", [
    { service_account: "1-compute@developer.gserviceaccount.com" },
  ]),
  set("GCP-RUN-003", JOB, "template", [{ template: [{ max_retries: 1 }] }]),
  set("GCP-RUN-004", SERVICE, "ingress", "INGRESS_TRAFFIC_ALL", "ingress"),
  set("GCP-RUN-005", SERVICE, "template", [{ vpc_access: [{ egress: "PRIVATE_RANGES_ONLY" }] }]),
  set("GCP-RUN-006", SERVICE, "template", [{ service_account: ACCOUNT }]),
  set("GCP-RUN-006", JOB, "template", [{ template: [{ service_account: ACCOUNT }] }]),
  set("GCP-RUN-007", SERVICE, "template", [
    { containers: [{ env: [{ name: "API_TOKEN", value: "abc" }] }] },
  ]),
  set("GCP-RUN-008", SERVICE, "template", [{ containers: [{ image: "web:latest" }] }]),
  set("GCP-RUN-008", JOB, "template", [{ template: [{ containers: [{ image: "nightly" }] }] }]),
  set("GCP-RUN-009", SERVICE, "deletion_protection", false),
  set("GCP-RUN-010", SERVICE, "template", [
    { volumes: [{ name: "files", gcs: [{ bucket: "b" }] }] },
  ]),
];

const pushes = [
  set("GCP-PUBSUB-008", PUSH, "push_config", [{ push_endpoint: "https://orders.example.com" }]),
  set("GCP-PUBSUB-009", PUSH, "push_config", [{ push_endpoint: "http://orders.example.com" }]),
  set("GCP-PUBSUB-010", PUSH, "ack_deadline_seconds", 59),
  set("GCP-PUBSUB-010", "google_pubsub_subscription.web", "ack_deadline_seconds", 59),
  set("GCP-PUBSUB-011", PUSH, "enable_exactly_once_delivery", true),
  removed("GCP-PUBSUB-014", PUSH, "google_pubsub_subscription_iam_member.push"),
  removed(
    "GCP-PUBSUB-014",
    "google_pubsub_subscription.web",
    "google_pubsub_subscription_iam_binding.web",
  ),
];

const logs = [
  set(
    "GCP-LOGGING-001",
    "google_logging_project_bucket_config.orders",
    "retention_days",
    undefined,
    "retention_days",
  ),
  set("GCP-LOGGING-002", "google_logging_project_bucket_config.orders", "cmek_settings", undefined),
  removed(
    "GCP-LOGGING-003",
    "google_logging_project_exclusion.orders",
    "google_logging_project_sink.orders",
  ),
  set(
    "GCP-LOGGING-003",
    "google_logging_project_exclusion.probes",
    "filter",
    'logName:"cloudaudit.googleapis.com"',
    "filter",
  ),
  set(
    "GCP-LOGGING-003",
    "google_logging_project_sink.audit",
    "exclusions",
    [{ name: "all", filter: "severity>=DEBUG" }],
    "exclusions",
  ),
  set(
    "GCP-LOGGING-004",
    "google_logging_project_sink.orders",
    "unique_writer_identity",
    false,
    "unique_writer_identity",
  ),
  set(
    "GCP-STORAGE-007",
    "google_storage_bucket.audit",
    "retention_policy",
    [{ retention_period: "31536000" }],
    "retention_policy",
  ),
];

export const googleRun = [
  ...functions,
  ...services,
  ...pushes,
  ...logs,
  set("GCP-ARTIFACTS-001", IMAGES, "kms_key_name", undefined),
  set("GCP-ARTIFACTS-002", IMAGES, "docker_config", undefined),
  set("GCP-ARTIFACTS-003", IMAGES, "cleanup_policies", undefined),
  set(
    "GCP-ARTIFACTS-004",
    IMAGES,
    "vulnerability_scanning_config",
    [{ enablement_config: "DISABLED" }],
    "vulnerability_scanning_config",
  ),
  set(
    "GCP-PROJECT-001",
    "google_project_service.run",
    "disable_on_destroy",
    true,
    "disable_on_destroy",
  ),
  set(
    "GCP-PROJECT-002",
    "google_project_iam_audit_config.all",
    "audit_log_config",
    [{ log_type: "DATA_READ", exempted_members: ["user:a@example.com"] }],
    "audit_log_config",
  ),
  set(
    "GCP-IAM-011",
    "google_iam_workload_identity_pool_provider.builds",
    "attribute_condition",
    undefined,
    "attribute_condition",
  ),
];
