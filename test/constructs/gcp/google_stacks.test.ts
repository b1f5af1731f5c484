import { judge } from "../../../policies/gate";
import { countByType, environmentOf, resource, resources, stacksOf } from "./support";

const stacks = stacksOf(environmentOf());
const cell = stacks["dev-gcp-c01"]!;
const bootstrap = stacks["dev-gcp-bootstrap"]!;

const ringOfState =
  "projects/example-plinth-dev/locations/us-central1/keyRings/dev-gcp-bootstrap/cryptoKeys/state";

test("an environment is a bootstrap stack and a cell", () => {
  expect(Object.keys(stacks)).toEqual(["dev-gcp-bootstrap", "dev-gcp-c01"]);
});

test.each(Object.keys(stacks))(
  "%s names itself, pins its tools and keeps its state in GCS",
  (id) => {
    const json = stacks[id]!;
    expect(json.output?.plinth_stack?.value).toBe(id);
    expect(json.terraform).toEqual({
      required_version: ">= 1.10.0",
      required_providers: { google: { source: "hashicorp/google", version: "6.50.0" } },
      backend: {
        gcs: {
          bucket: "example-plinth-dev-gcp-state",
          prefix: `${id}/terraform.tfstate`,
          kms_encryption_key: ringOfState,
        },
      },
    });
    expect(json.provider?.google).toEqual([
      {
        project: "example-plinth-dev",
        region: "us-central1",
        add_terraform_attribution_label: false,
      },
    ]);
  },
);

test("the bootstrap stack holds the state bucket, its key and the project's APIs", () => {
  expect(countByType(bootstrap)).toEqual({
    google_project_service: 13,
    google_kms_key_ring: 1,
    google_kms_crypto_key: 1,
    google_kms_crypto_key_iam_member: 1,
    google_storage_bucket: 1,
  });
  expect(resource(bootstrap, "google_storage_bucket.state")).toMatchObject({
    name: "example-plinth-dev-gcp-state",
    versioning: { enabled: true },
    uniform_bucket_level_access: true,
    public_access_prevention: "enforced",
    encryption: { default_kms_key_name: "${google_kms_crypto_key.keys_state.id}" },
    soft_delete_policy: { retention_duration_seconds: 2_592_000 },
    lifecycle: { prevent_destroy: true },
    lifecycle_rule: [{ condition: { days_since_noncurrent_time: 180, num_newer_versions: 50 } }],
  });
});

test("the key that the backend names is the one that the bootstrap stack makes", () => {
  const ring = resource(bootstrap, "google_kms_key_ring.keys");
  const key = resource(bootstrap, "google_kms_crypto_key.keys_state");
  expect(
    `projects/${String(ring.project)}/locations/${String(ring.location)}/keyRings/${String(ring.name)}/cryptoKeys/${String(key.name)}`,
  ).toBe(ringOfState);
});

test("APIs are switched on and never off", () => {
  for (const { type, attributes } of resources(bootstrap)) {
    if (type === "google_project_service") expect(attributes.disable_on_destroy).toBe(false);
  }
});

test("a cell holds its services and nothing else", () => {
  const names = resources(cell).map(({ address }) => address.split(".")[1]);
  expect(names.filter((name) => !name?.startsWith("orders_"))).toEqual([]);
});

test("outputs say where to publish and where events are handled", () => {
  expect(Object.entries(cell.output!).map(([name, { value }]) => [name, value])).toEqual([
    ["plinth_stack", "dev-gcp-c01"],
    ["orders_topic", "${google_pubsub_topic.orders_events.id}"],
    ["orders_processor_name", "${google_cloudfunctions2_function.orders_processor.name}"],
    [
      "orders_processor_uri",
      "${google_cloudfunctions2_function.orders_processor.service_config[0].uri}",
    ],
  ]);
});

test("the gate finds nothing in them", async () => {
  const files = Object.entries(stacks).map(([id, json]) => ({
    name: `stacks/${id}/cdk.tf.json`,
    bytes: Buffer.from(JSON.stringify(json)),
  }));
  const { findings, verdict } = await judge(files, { now: new Date(0), env: "dev-gcp" });
  expect(findings).toEqual([]);
  expect(verdict).toBe("pass");
});

test("two builds write the same", () => {
  expect(JSON.stringify(stacksOf(environmentOf()))).toBe(JSON.stringify(stacks));
});

test("raw resources lie beside the service's own, labelled like them", () => {
  const raw = stacksOf(
    environmentOf({
      extend: [
        {
          ...{ cloud: "google", type: "google_secret_manager_secret", id: "token" },
          attributes: { secret_id: "token", replication: { auto: {} }, labels: { owner: "own" } },
        },
        {
          ...{ cloud: "google", type: "google_project_iam_custom_role", id: "role" },
          attributes: { role_id: "r", title: "R", permissions: ["run.jobs.run"] },
        },
        { cloud: "aws", type: "aws_sns_topic", id: "elsewhere", attributes: {} },
      ],
    }),
  )["dev-gcp-c01"]!;
  expect(resource(raw, "google_secret_manager_secret.token")).toEqual({
    secret_id: "token",
    replication: { auto: {} },
    labels: {
      ...{ service: "orders", owner: "own", environment: "dev-gcp" },
      "cost-center": "cc-1001",
    },
  });
  expect(resource(raw, "google_project_iam_custom_role.role").labels).toBeUndefined();
  expect(resources(raw).some(({ type }) => type.startsWith("aws_"))).toBe(false);
});
