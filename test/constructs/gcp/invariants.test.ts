import { environmentOf, resources, stacksOf, type Resource } from "./support";

const all: Resource[] = Object.values(stacksOf(environmentOf())).flatMap(resources);

const ofType = (...types: string[]) => all.filter(({ type }) => types.includes(type));
const text = (value: unknown): string => JSON.stringify(value) ?? "";

/** What holds data, and the attribute that names the customer's key. */
const ENCRYPTED: Readonly<Record<string, (attributes: Resource["attributes"]) => unknown>> = {
  google_pubsub_topic: (at) => at.kms_key_name,
  google_firestore_database: (at) => at.cmek_config,
  google_storage_bucket: (at) => at.encryption,
  google_cloudfunctions2_function: (at) => at.kms_key_name,
  google_artifact_registry_repository: (at) => at.kms_key_name,
  google_logging_project_bucket_config: (at) => at.cmek_settings,
};

test.each(Object.entries(ENCRYPTED))("every %s has the customer's key", (type, keyOf) => {
  const found = ofType(type);
  expect(found.length).toBeGreaterThan(0);
  for (const { attributes } of found) {
    expect(text(keyOf(attributes))).toMatch(/\$\{google_kms_crypto_key\.\w+\.id\}/);
  }
});

test("whatever has a key waits for the grants of that key", () => {
  for (const { address, attributes } of all.filter(({ type }) => type in ENCRYPTED)) {
    const key = /google_kms_crypto_key\.(\w+)\.id/.exec(text(attributes))?.[1];
    const waits = text(attributes.depends_on);
    expect([address, waits]).toEqual([
      address,
      expect.stringContaining(`google_kms_crypto_key_iam_member.${String(key)}_`),
    ]);
  }
});

test("every key rotates", () => {
  for (const { attributes } of ofType("google_kms_crypto_key")) {
    expect(attributes.rotation_period).toBe("7776000s");
  }
});

test("no grant is primitive, public, or an administrator's", () => {
  const grants = all.filter(({ type }) => type.includes("_iam_"));
  expect(grants.length).toBeGreaterThan(0);
  for (const { attributes } of grants) {
    expect(attributes.role).not.toMatch(/^roles\/(owner|editor|viewer|browser)$|[aA]dmin$/);
    expect(text(attributes)).not.toMatch(/allUsers|allAuthenticatedUsers|domain:/);
  }
});

test("grants only add: none takes a policy or a role over", () => {
  expect(all.filter(({ type }) => /_iam_(policy|binding)$/.test(type))).toEqual([]);
});

test("on the project, only log writing is granted without a condition", () => {
  const open = ofType("google_project_iam_member").filter(
    ({ attributes }) => attributes.condition === undefined,
  );
  expect(open.map(({ attributes }) => attributes.role)).toEqual(["roles/logging.logWriter"]);
});

/** The types of these stacks that have no labels in the provider's schema. */
const NO_LABELS =
  /_iam_|google_(kms_key_ring|firestore_(database|field)|storage_bucket_object|service_account|project_service|logging_\w+)$/;

test("all that can carry labels carries the four", () => {
  for (const { type, address, attributes } of all) {
    if (NO_LABELS.test(type)) continue;
    expect([address, Object.keys((attributes.labels ?? {}) as object)]).toEqual([
      address,
      ["service", "owner", "environment", "cost-center"],
    ]);
  }
});

test("every topic has a subscription, none of which expires", () => {
  const topics = ofType("google_pubsub_topic").map(({ address }) => `\${${address}.id}`);
  const subscriptions = ofType("google_pubsub_subscription");
  expect(subscriptions.map(({ attributes }) => attributes.topic).sort()).toEqual(topics.sort());
  for (const { attributes } of subscriptions) {
    expect(attributes.expiration_policy).toEqual({ ttl: "" });
  }
});

test("every push is signed, retried and set aside", () => {
  const pushing = ofType("google_pubsub_subscription").filter(({ attributes }) =>
    Boolean(attributes.push_config),
  );
  expect(pushing).toHaveLength(1);
  for (const { attributes } of pushing) {
    expect(attributes).toMatchObject({
      push_config: { oidc_token: { service_account_email: expect.any(String) as string } },
      retry_policy: { minimum_backoff: "10s", maximum_backoff: "600s" },
      dead_letter_policy: { max_delivery_attempts: 5 },
    });
  }
});

test("Pub/Sub waits longer for an answer than the function may take", () => {
  const [push] = ofType("google_pubsub_subscription").filter(({ attributes }) =>
    Boolean(attributes.push_config),
  );
  const [processor] = ofType("google_cloudfunctions2_function");
  const { timeout_seconds } = processor!.attributes.service_config as { timeout_seconds: number };
  expect(push!.attributes.ack_deadline_seconds).toBeGreaterThan(timeout_seconds);
});

test("every database can be wound back and forgets what has expired", () => {
  for (const { address, attributes } of ofType("google_firestore_database")) {
    expect(attributes.point_in_time_recovery_enablement).toBe("POINT_IN_TIME_RECOVERY_ENABLED");
    const fields = ofType("google_firestore_field").filter(
      (field) => field.attributes.database === `\${${address}.name}`,
    );
    expect(fields.map((field) => field.attributes.ttl_config)).toEqual([{}]);
  }
});

test("every bucket is private and versioned", () => {
  for (const { attributes } of ofType("google_storage_bucket")) {
    expect(attributes).toMatchObject({
      uniform_bucket_level_access: true,
      public_access_prevention: "enforced",
      versioning: { enabled: true },
    });
  }
});

test("every function is internal, bounded and nobody's default account", () => {
  for (const { attributes } of ofType("google_cloudfunctions2_function")) {
    expect(attributes.service_config).toMatchObject({
      ingress_settings: "ALLOW_INTERNAL_ONLY",
      max_instance_count: expect.any(Number) as number,
      service_account_email: expect.stringContaining("google_service_account.") as string,
    });
    expect(text(attributes.build_config)).toContain("google_service_account.");
  }
});
