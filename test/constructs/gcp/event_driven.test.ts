import { entryPoint } from "../../../constructs/gcp/event_driven";
import type { EventDrivenDeclaration, ServiceDeclaration } from "../../../model/declaration";
import type { GoogleEnvironment } from "../../../model/environment";
import {
  agent,
  countByType,
  environmentOf,
  resource,
  resources,
  SHA256,
  stacksOf,
} from "./support";

const cellOf = (
  service: Partial<ServiceDeclaration> = {},
  environment: Partial<GoogleEnvironment> = {},
) => stacksOf(environmentOf(service, environment))["dev-gcp-c01"]!;

const workload = (rest: Partial<EventDrivenDeclaration>): Partial<ServiceDeclaration> => ({
  workload: { kind: "eventDriven", code: "functions/orders", ...rest },
});

const cell = cellOf();

test("the service is what its declaration says, resource by resource", () => {
  expect(countByType(cell)).toEqual({
    google_kms_key_ring: 1,
    google_kms_crypto_key: 4,
    google_kms_crypto_key_iam_member: 8,
    google_pubsub_topic: 2,
    google_pubsub_subscription: 2,
    google_pubsub_topic_iam_member: 1,
    google_pubsub_subscription_iam_member: 1,
    google_firestore_database: 1,
    google_firestore_field: 1,
    google_project_iam_member: 3,
    google_storage_bucket: 1,
    google_storage_bucket_object: 1,
    google_service_account: 3,
    google_service_account_iam_member: 1,
    google_artifact_registry_repository: 1,
    google_artifact_registry_repository_iam_member: 1,
    google_cloudfunctions2_function: 1,
    google_cloud_run_v2_service_iam_member: 1,
    google_logging_project_bucket_config: 1,
    google_logging_project_sink: 1,
    google_logging_project_exclusion: 1,
  });
});

test("names are those of model/names.ts", () => {
  const name = (address: string, attribute = "name") => resource(cell, address)[attribute];
  expect([
    name("google_pubsub_topic.orders_events"),
    name("google_pubsub_subscription.orders_consumer"),
    name("google_pubsub_topic.orders_events_dlq"),
    name("google_pubsub_subscription.orders_events_dlq_subscription"),
    name("google_cloudfunctions2_function.orders_processor"),
    name("google_firestore_database.orders_state"),
    name("google_firestore_field.orders_state_expiry", "collection"),
    name("google_kms_key_ring.orders_keys"),
    name("google_storage_bucket.orders_source"),
    name("google_storage_bucket_object.orders_source_zip"),
    name("google_service_account.orders_processor_run_account", "account_id"),
    name("google_service_account.orders_processor_build", "account_id"),
    name("google_service_account.orders_consumer_account", "account_id"),
    name("google_logging_project_bucket_config.orders_logs", "bucket_id"),
  ]).toEqual([
    "dev-gcp-c01-orders-events",
    "dev-gcp-c01-orders-events",
    "dev-gcp-c01-orders-events-dlq",
    "dev-gcp-c01-orders-events-dlq",
    "dev-gcp-c01-orders-processor",
    "dev-gcp-c01-orders-state",
    "orders",
    "dev-gcp-c01-orders",
    "example-plinth-dev-c01-orders-source",
    `orders/${SHA256}.zip`,
    "orders-c01-run",
    "orders-c01-build",
    "orders-c01-push",
    "dev-gcp-c01-orders",
  ]);
});

test("the processor is told what its code reads", () => {
  const { service_config, build_config } = resource(
    cell,
    "google_cloudfunctions2_function.orders_processor",
  ) as Record<string, Record<string, unknown>>;
  expect(build_config?.entry_point).toBe("orders");
  expect(service_config?.environment_variables).toEqual({
    MAX_RETRIES: "5",
    SERVICE: "orders",
    ENVIRONMENT: "dev-gcp",
    STATE_DATABASE: "dev-gcp-c01-orders-state",
    STATE_COLLECTION: "orders",
    SUBSCRIPTION: "projects/example-plinth-dev/subscriptions/dev-gcp-c01-orders-events",
  });
});

test("nothing is pushed before the processor can write", () => {
  const { depends_on } = resource(cell, "google_pubsub_subscription.orders_consumer");
  expect(depends_on).toContain("google_project_iam_member.orders_state_processor");
});

test("each key is used by exactly those who need it", () => {
  const users = resources(cell)
    .filter(({ type }) => type === "google_kms_crypto_key_iam_member")
    .map(({ attributes }) => [
      String(attributes.crypto_key_id).replace(/^.*orders_keys_|\.id}$/g, ""),
      attributes.member,
    ]);
  const logging =
    "serviceAccount:${data.google_logging_project_cmek_settings.orders_logs_settings.service_account_id}";
  expect(users).toEqual([
    ["events", agent("gcp-sa-pubsub")],
    ["state", agent("gcp-sa-firestore")],
    ["code", agent("gcf-admin-robot")],
    ["code", agent("serverless-robot-prod")],
    ["code", agent("gcp-sa-artifactregistry")],
    ["code", agent("gs-project-accounts")],
    ["code", agent("gcp-sa-eventarc")],
    ["logs", logging],
  ]);
});

test("the processor's account has one role, on one database", () => {
  const grants = resources(cell).filter(({ attributes }) =>
    String(attributes.member).includes("orders_processor_run_account"),
  );
  expect(grants.map(({ attributes }) => attributes.role)).toEqual(["roles/datastore.user"]);
  expect(grants[0]?.attributes.condition).toMatchObject({
    expression: 'resource.name == "projects/example-plinth-dev/databases/dev-gcp-c01-orders-state"',
  });
});

test("every default can be overridden in the declaration", () => {
  const json = cellOf({
    ...workload({
      queue: { attempts: 9, retention: "2d", deadLetterRetention: "10d" },
      processor: { memory: 2048, timeout: "120s", reservedConcurrency: 12, logRetention: "90d" },
    }),
    stores: {
      state: {
        ...{ kind: "keyValue", partitionKey: "eventId", ttlAttribute: "expires" },
        deletionProtection: true,
      },
    },
  });
  expect(resource(json, "google_pubsub_subscription.orders_consumer")).toMatchObject({
    ack_deadline_seconds: 130,
    message_retention_duration: "172800s",
    dead_letter_policy: { max_delivery_attempts: 9 },
  });
  expect(resource(json, "google_pubsub_subscription.orders_events_dlq_subscription")).toMatchObject(
    {
      message_retention_duration: "864000s",
    },
  );
  expect(resource(json, "google_cloudfunctions2_function.orders_processor")).toMatchObject({
    service_config: {
      ...{ available_memory: "2048Mi", timeout_seconds: 120, max_instance_count: 12 },
      environment_variables: { MAX_RETRIES: "9" },
    },
  });
  expect(resource(json, "google_logging_project_bucket_config.orders_logs").retention_days).toBe(
    90,
  );
  expect(resource(json, "google_firestore_database.orders_state").delete_protection_state).toBe(
    "DELETE_PROTECTION_ENABLED",
  );
  expect(resource(json, "google_firestore_field.orders_state_expiry").field).toBe("expires");
});

test("production protects the database", () => {
  const json = cellOf({}, { stage: "production" });
  expect(resource(json, "google_firestore_database.orders_state").delete_protection_state).toBe(
    "DELETE_PROTECTION_ENABLED",
  );
});

test("every resource says which part of the declaration it came from", () => {
  const origin = (address: string) => {
    const [type = "", name = ""] = address.split(".");
    const comment = cell.resource?.[type]?.[name]?.["//"] as {
      metadata: { plinth: { path: string } };
    };
    return comment.metadata.plinth.path;
  };
  expect(origin("google_pubsub_topic.orders_events")).toBe("orders.workload.queue");
  expect(origin("google_pubsub_subscription.orders_consumer")).toBe("orders.workload.queue");
  expect(origin("google_cloudfunctions2_function.orders_processor")).toBe(
    "orders.workload.processor",
  );
  expect(origin("google_firestore_database.orders_state")).toBe("orders.stores.state");
  expect(origin("google_logging_project_bucket_config.orders_logs")).toBe(
    "orders.workload.processor.logRetention",
  );
  expect(origin("google_kms_key_ring.orders_keys")).toBe("orders.workload");
});

test.each([
  ["orders", "orders"],
  ["order-events", "orderEvents"],
  ["a-1b", "a1b"],
])("a service named %s exports %s", (service, exported) => {
  expect(entryPoint(service)).toBe(exported);
});
