import { CodeSource } from "../../../constructs/gcp/code_source";
import { PrivateBucket, type PrivateBucketProps } from "../../../constructs/gcp/private_bucket";
import { alone, place, resource, SHA256 } from "./support";

const key = { id: "projects/p/locations/r/keyRings/k/cryptoKeys/c", grants: [] };

const bucket = (props: Partial<PrivateBucketProps> = {}) =>
  alone((scope) => new PrivateBucket(scope, "store", { place, key, name: "some-store", ...props }));

test("a bucket is versioned, encrypted and never public; old versions go", () => {
  expect(resource(bucket(), "google_storage_bucket.store")).toEqual({
    name: "some-store",
    project: "example-plinth-dev",
    location: "us-central1",
    uniform_bucket_level_access: true,
    public_access_prevention: "enforced",
    force_destroy: false,
    versioning: { enabled: true },
    encryption: { default_kms_key_name: key.id },
    soft_delete_policy: { retention_duration_seconds: 604_800 },
    lifecycle_rule: [
      {
        action: { type: "Delete" },
        condition: {
          days_since_noncurrent_time: 30,
          num_newer_versions: 3,
          with_state: "ARCHIVED",
        },
      },
    ],
    depends_on: [],
  });
});

test("a bucket's plan of deletion can be refused", () => {
  expect(resource(bucket({ preventDestroy: true }), "google_storage_bucket.store")).toMatchObject({
    lifecycle: { prevent_destroy: true },
  });
});

test("a name that is too long is said at synth", () => {
  const name = "x".repeat(64);
  expect(() => bucket({ name })).toThrow(
    `alone/store: name: expected 3 to 63 lower-case letters, digits and dashes, got 64 characters (${name}); shorten the project's id or the service's name`,
  );
});

test("a zip's name holds its digest, so that new code is a new deploy", () => {
  const json = alone(
    (scope) =>
      new CodeSource(scope, "source", {
        ...{ place, key, name: "some-store", prefix: "thing" },
        ...{ path: "assets/thing.zip", sha256: SHA256 },
      }),
  );
  expect(resource(json, "google_storage_bucket.source").force_destroy).toBe(true);
  expect(resource(json, "google_storage_bucket_object.source_zip")).toEqual({
    bucket: "${google_storage_bucket.source.name}",
    name: `thing/${SHA256}.zip`,
    source: "assets/thing.zip",
    content_type: "application/zip",
    lifecycle: { create_before_destroy: true },
  });
});
