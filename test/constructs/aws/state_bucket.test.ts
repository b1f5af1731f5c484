import { StateBucket, type StateBucketProps } from "../../../constructs/aws/state_bucket";
import { resource, statements, synthesizeAll, synthesizeOne } from "../support/synth";

const synth = (props: Partial<StateBucketProps> = {}) =>
  synthesizeOne(
    (stack) =>
      new StateBucket(stack, "state", {
        bucketName: "example-state",
        region: "us-east-1",
        encryptionKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
        ...props,
      }),
  );

test("nothing in the bucket is public", () => {
  const json = synth();
  expect(resource(json, "aws_s3_bucket_public_access_block.state_public_access")).toEqual({
    bucket: "${aws_s3_bucket.state.bucket}",
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  expect(resource(json, "aws_s3_bucket_ownership_controls.state_ownership").rule).toEqual({
    object_ownership: "BucketOwnerEnforced",
  });
});

test("state is encrypted by its own key", () => {
  const { rule } = resource(
    synth(),
    "aws_s3_bucket_server_side_encryption_configuration.state_encryption",
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

test("old versions are kept 90 days, what is as small as a lock file for one", () => {
  const json = synth();
  expect(
    resource(json, "aws_s3_bucket_versioning.state_versioning").versioning_configuration,
  ).toEqual({ status: "Enabled" });
  expect(resource(json, "aws_s3_bucket_lifecycle_configuration.state_lifecycle").rule).toEqual([
    {
      id: "old-versions",
      status: "Enabled",
      filter: [{ prefix: "" }],
      noncurrent_version_expiration: [{ noncurrent_days: 90 }],
      expiration: [{ expired_object_delete_marker: true }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    },
    {
      id: "lock-files",
      status: "Enabled",
      filter: [{ object_size_less_than: 1024 }],
      noncurrent_version_expiration: [{ noncurrent_days: 1 }],
    },
  ]);
});

const sids = (protectedBucket: boolean) =>
  statements(
    resource(synth({ protected: protectedBucket }), "aws_s3_bucket_policy.state_policy").policy,
  ).map(({ Sid, Effect, Action }) => [Sid, Effect, Action]);

test("a protected bucket lets nobody delete it or its history", () => {
  expect(sids(true)).toEqual([
    ["DenyDeleteBucket", "Deny", "s3:DeleteBucket"],
    ["DenyDeleteHistory", "Deny", "s3:DeleteObjectVersion"],
    ["DenyInsecureTransport", "Deny", "s3:*"],
  ]);
  expect(resource(synth(), "aws_s3_bucket.state").lifecycle).toEqual({ prevent_destroy: true });
});

test("a bucket that is not protected can go", () => {
  expect(sids(false)).toEqual([["DenyInsecureTransport", "Deny", "s3:*"]]);
  expect(resource(synth({ protected: false }), "aws_s3_bucket.state").lifecycle).toBeUndefined();
});

test("production's bucket and key are protected, development's are not", () => {
  const lifecycles = synthesizeAll()
    .filter(({ id }) => id.endsWith("-bootstrap"))
    .map(({ id, json }) => [
      id,
      resource(json, "aws_s3_bucket.state").lifecycle,
      resource(json, "aws_kms_key.state_key").lifecycle,
    ]);
  expect(lifecycles).toEqual([
    ["dev-bootstrap", undefined, undefined],
    ["prod-bootstrap", { prevent_destroy: true }, { prevent_destroy: true }],
  ]);
});

test("the bootstrap's state lies in the bucket that it makes, encrypted by the key that it makes", () => {
  const [bootstrap] = synthesizeAll();
  expect(bootstrap!.json.terraform?.backend).toEqual({
    s3: {
      bucket: "example-plinth-dev-state",
      key: "dev-bootstrap/terraform.tfstate",
      region: "us-east-1",
      encrypt: true,
      kms_key_id: "arn:aws:kms:us-east-1:123456789012:alias/dev-bootstrap-state",
      use_lockfile: true,
    },
  });
  expect(resource(bootstrap!.json, "aws_s3_bucket.state").bucket).toBe("example-plinth-dev-state");
  expect(resource(bootstrap!.json, "aws_kms_alias.state_key_alias").name).toBe(
    "alias/dev-bootstrap-state",
  );
});
