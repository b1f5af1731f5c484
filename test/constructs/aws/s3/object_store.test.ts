import { ObjectStore } from "../../../../constructs/aws/s3/object_store";
import type { ObjectStore as Settled } from "../../../../model/stores/object_settled";
import { LOCATION, resource, statements, synthesizeOne } from "../../support/synth";

const hot: Settled = {
  kind: "object",
  name: "images",
  tier: "hot",
  transitions: [],
  oldVersionDays: 30,
  expireDays: undefined,
  immutable: undefined,
  replica: undefined,
  events: true,
  deletionProtection: true,
  access: ["get", "put"],
};

const synth = (store: Partial<Settled> = {}) =>
  synthesizeOne(
    (stack) =>
      new ObjectStore(stack, "images", {
        store: { ...hot, ...store },
        names: {
          ...{ bucket: "dev-c01-shop-images-123456789012", metrics: "EntireBucket" },
          replica: {
            bucket: "dev-c01-shop-images-123456789012-replica",
            role: "dev-c01-shop-images-replica",
            keyAlias: "alias/dev-c01-shop-images-replica",
          },
        },
        location: LOCATION,
        encryptionKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
        statements: (arn, name) => [
          {
            sid: `Reads${name}`,
            principals: { Service: "cloudfront.amazonaws.com" },
            actions: ["s3:GetObject"],
            resources: [`${arn}/*`],
          },
        ],
      }),
  );

const rulesOf = (store: Partial<Settled>) =>
  resource(synth(store), "aws_s3_bucket_lifecycle_configuration.images_lifecycle").rule;

const LEFTOVERS = {
  id: "leftovers",
  status: "Enabled",
  filter: [{ prefix: "" }],
  noncurrent_version_expiration: [{ noncurrent_days: 30 }],
  expiration: [{ expired_object_delete_marker: true }],
  abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
};

test("nobody comes without TLS 1.2, and who reads is said by its owner", () => {
  const { policy } = resource(synth(), "aws_s3_bucket_policy.images_policy");
  const [old, insecure, reads] = statements(policy);
  const arn = "arn:aws:s3:::${aws_s3_bucket.images.bucket}";
  const everything = { Effect: "Deny", Principal: "*", Action: "s3:*" };
  expect(old).toEqual({
    ...{ Sid: "DenyInsecureTransport", ...everything, Resource: [arn, `${arn}/*`] },
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  });
  expect(insecure).toEqual({
    ...{ Sid: "DenyOldTls", ...everything, Resource: [arn, `${arn}/*`] },
    Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
  });
  expect(reads).toMatchObject({ Sid: "Readsimages", Effect: "Allow", Resource: `${arn}/*` });
});

test("objects are encrypted by the key that is given, with few calls to it", () => {
  const { rule } = resource(
    synth(),
    "aws_s3_bucket_server_side_encryption_configuration.images_encryption",
  );
  expect(rule).toEqual([
    {
      apply_server_side_encryption_by_default: {
        sse_algorithm: "aws:kms",
        kms_master_key_id: "arn:aws:kms:us-east-1:123456789012:key/k",
      },
      bucket_key_enabled: true,
    },
  ]);
});

test("hot objects stay where they are; what nobody needs goes", () => {
  expect(rulesOf({})).toEqual([LEFTOVERS]);
});

test("objects go down through the classes", () => {
  const transitions = [
    { to: "warm", afterDays: 30 },
    { to: "cold", afterDays: 90 },
    { to: "archive", afterDays: 180 },
  ] as const;
  expect(rulesOf({ transitions })).toEqual([
    {
      ...{ id: "tiers", status: "Enabled", filter: [{ prefix: "" }] },
      transition: [
        { days: 30, storage_class: "STANDARD_IA" },
        { days: 90, storage_class: "GLACIER_IR" },
        { days: 180, storage_class: "DEEP_ARCHIVE" },
      ],
    },
    LEFTOVERS,
  ]);
  expect(rulesOf({ transitions: [{ to: "auto", afterDays: 0 }] })).toMatchObject([
    { transition: [{ days: 0, storage_class: "INTELLIGENT_TIERING" }] },
    LEFTOVERS,
  ]);
});

test("objects that expire take the marks of deleted ones with them", () => {
  const rest = { ...LEFTOVERS, expiration: undefined };
  expect(rulesOf({ expireDays: 400 })).toEqual([
    {
      ...{ id: "expiry", status: "Enabled", filter: [{ prefix: "" }] },
      expiration: [{ days: 400 }],
    },
    rest,
  ]);
});

test("a version that is locked can be neither overwritten nor deleted", () => {
  const json = synth({ immutable: { days: 365, mode: "compliance" } });
  expect(resource(json, "aws_s3_bucket.images").object_lock_enabled).toBe(true);
  expect(resource(json, "aws_s3_bucket_object_lock_configuration.images_lock")).toMatchObject({
    rule: { default_retention: { mode: "COMPLIANCE", days: 365 } },
    depends_on: ["aws_s3_bucket_versioning.images_versioning"],
  });
  expect(synth().resource).not.toHaveProperty("aws_s3_bucket_object_lock_configuration");
});

test("EventBridge is told unless nobody wants to hear", () => {
  expect(resource(synth(), "aws_s3_bucket_notification.images_events")).toMatchObject({
    eventbridge: true,
  });
  expect(synth({ events: false }).resource).not.toHaveProperty("aws_s3_bucket_notification");
});

test("requests of the whole bucket are counted", () => {
  expect(resource(synth(), "aws_s3_bucket_metric.images_requests")).toEqual({
    bucket: "${aws_s3_bucket.images.bucket}",
    name: "EntireBucket",
  });
});

test("Terraform destroys a protected store for nobody", () => {
  expect(resource(synth(), "aws_s3_bucket.images").lifecycle).toEqual({ prevent_destroy: true });
  const free = resource(synth({ deletionProtection: false }), "aws_s3_bucket.images");
  expect(free.lifecycle).toBeUndefined();
});
