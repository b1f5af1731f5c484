import { ObjectStore } from "../../../../constructs/aws/s3/object_store";
import type { ObjectStore as Settled, Replica } from "../../../../model/stores/object_settled";
import { LOCATION, resource, statements, synthesizeOne } from "../../support/synth";

const there: Replica = {
  region: "us-west-2",
  deletes: true,
  transitions: [{ to: "warm", afterDays: 30 }],
  timeControl: false,
};

const copied: Settled = {
  kind: "object",
  name: "images",
  tier: "hot",
  transitions: [],
  oldVersionDays: 30,
  expireDays: undefined,
  immutable: undefined,
  replica: there,
  events: true,
  deletionProtection: true,
  access: ["get", "put"],
};

const synth = (replica: Partial<Replica> = {}, store: Partial<Settled> = {}) =>
  synthesizeOne((stack) => {
    const names = {
      ...{ bucket: "dev-c01-shop-images-1", metrics: "EntireBucket" },
      replica: {
        bucket: "dev-c01-shop-images-1-replica",
        role: "dev-c01-shop-images-replica",
        keyAlias: "alias/dev-c01-shop-images-replica",
      },
    };
    const settled = { ...copied, replica: { ...there, ...replica }, ...store };
    const encryptionKeyArn = "arn:aws:kms:us-east-1:123456789012:key/k";
    const props = { names, location: LOCATION, encryptionKeyArn, keyDeletionWindowDays: 7 };
    new ObjectStore(stack, "images", { store: settled, ...props });
    new ObjectStore(stack, "videos", { store: { ...settled, name: "videos" }, ...props });
  });

const RULE = "aws_s3_bucket_replication_configuration.images_replication";

const ruleOf = (json: ReturnType<typeof synth>) =>
  (resource(json, RULE).rule as Record<string, unknown>[])[0];

const grantsOf = (json: ReturnType<typeof synth>) =>
  statements(resource(json, "aws_iam_role_policy.images_replication_grants").policy);

const SOURCE = "arn:aws:s3:::${aws_s3_bucket.images.bucket}";
const COPY = "arn:aws:s3:::${aws_s3_bucket.images_replica.bucket}";

test("all that belongs to the copy is in its region, by one provider more for the stack", () => {
  const json = synth();
  const elsewhere = Object.entries(json.resource ?? {}).flatMap(([type, byId]) =>
    Object.entries(byId).flatMap(([id, { provider }]) =>
      provider === undefined ? [] : [`${type}.${id} ${String(provider)}`],
    ),
  );
  const images = elsewhere.filter((one) => one.includes(".images_"));
  expect(images.sort()).toEqual(
    [
      "aws_kms_alias.images_replica_key_alias",
      "aws_kms_key.images_replica_key",
      "aws_s3_bucket.images_replica",
      "aws_s3_bucket_lifecycle_configuration.images_replica_lifecycle",
      "aws_s3_bucket_ownership_controls.images_replica_ownership",
      "aws_s3_bucket_policy.images_replica_policy",
      "aws_s3_bucket_public_access_block.images_replica_public_access",
      "aws_s3_bucket_server_side_encryption_configuration.images_replica_encryption",
      "aws_s3_bucket_versioning.images_replica_versioning",
    ].map((address) => `${address} aws.us-west-2`),
  );
  const account = { allowed_account_ids: ["123456789012"] };
  expect(json.provider?.aws).toEqual([
    expect.not.objectContaining({ alias: "us-west-2" }),
    { alias: "us-west-2", region: "us-west-2", ...account },
  ]);
});

test("the copy is as private as its store, and encrypted by a key of its own region", () => {
  const json = synth();
  const [insecure, old] = statements(
    resource(json, "aws_s3_bucket_policy.images_replica_policy").policy,
  );
  expect([insecure, old]).toMatchObject([
    { Sid: "DenyInsecureTransport", Effect: "Deny", Resource: [COPY, `${COPY}/*`] },
    { Sid: "DenyOldTls", Effect: "Deny", Resource: [COPY, `${COPY}/*`] },
  ]);
  expect(
    resource(json, "aws_s3_bucket_server_side_encryption_configuration.images_replica_encryption"),
  ).toMatchObject({
    rule: [
      {
        apply_server_side_encryption_by_default: {
          kms_master_key_id: "${aws_kms_key.images_replica_key.arn}",
        },
      },
    ],
  });
  expect(resource(json, "aws_kms_key.images_replica_key")).toMatchObject({
    deletion_window_in_days: 7,
    enable_key_rotation: true,
  });
});

test("every object, encrypted as all are, is copied and counted; marks of deletion too", () => {
  expect(ruleOf(synth())).toEqual({
    ...{ id: "everything", priority: 1, status: "Enabled", filter: { prefix: "" } },
    delete_marker_replication: { status: "Enabled" },
    source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } },
    destination: {
      bucket: COPY,
      encryption_configuration: { replica_kms_key_id: "${aws_kms_key.images_replica_key.arn}" },
      metrics: { status: "Enabled" },
    },
  });
  expect(resource(synth(), RULE)).toMatchObject({
    bucket: "${aws_s3_bucket.images.bucket}",
    role: "${aws_iam_role.images_replication_role.arn}",
    depends_on: [
      "aws_iam_role_policy.images_replication_grants",
      "aws_s3_bucket_versioning.images_versioning",
      "aws_s3_bucket_versioning.images_replica_versioning",
    ],
  });
});

test("with time control, S3 promises a quarter of an hour and tells what misses it", () => {
  expect(ruleOf(synth({ timeControl: true }))?.["destination"]).toMatchObject({
    metrics: { status: "Enabled", event_threshold: { minutes: 15 } },
    replication_time: { status: "Enabled", time: { minutes: 15 } },
  });
});

test("S3 may read one bucket and write the other, each with its key through S3 in its region", () => {
  const key = (region: string) => ({
    StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
  });
  const grant = (Sid: string, Action: string | string[], Resource: string) => ({
    ...{ Sid, Effect: "Allow", Action, Resource },
  });
  expect(grantsOf(synth())).toEqual([
    {
      ...grant("Decrypt", "kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/k"),
      Condition: key("us-east-1"),
    },
    {
      ...grant(
        "Encrypt",
        ["kms:Encrypt", "kms:GenerateDataKey"],
        "${aws_kms_key.images_replica_key.arn}",
      ),
      Condition: key("us-west-2"),
    },
    grant("ReadRule", ["s3:GetReplicationConfiguration", "s3:ListBucket"], SOURCE),
    grant(
      "ReadVersions",
      ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
      `${SOURCE}/*`,
    ),
    grant(
      "WriteCopies",
      ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"],
      `${COPY}/*`,
    ),
  ]);
  const trust = resource(synth(), "aws_iam_role.images_replication_role").assume_role_policy;
  expect(statements(trust)).toEqual([
    { Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "sts:AssumeRole" },
  ]);
});

test("where deletes are not copied, S3 may not copy them", () => {
  const json = synth({ deletes: false });
  expect(ruleOf(json)?.["delete_marker_replication"]).toEqual({ status: "Disabled" });
  expect(grantsOf(json).find(({ Sid }) => Sid === "WriteCopies")?.Action).toEqual([
    "s3:ReplicateObject",
    "s3:ReplicateTags",
  ]);
});

test("what is locked is locked in the copy, and its locks are copied", () => {
  const json = synth({}, { immutable: { days: 7, mode: "governance" } });
  expect(resource(json, "aws_s3_bucket.images_replica").object_lock_enabled).toBe(true);
  expect(
    resource(json, "aws_s3_bucket_object_lock_configuration.images_replica_lock"),
  ).toMatchObject({
    provider: "aws.us-west-2",
    rule: { default_retention: { mode: "GOVERNANCE", days: 7 } },
  });
  expect(grantsOf(json).find(({ Sid }) => Sid === "ReadVersions")?.Action).toEqual(
    expect.arrayContaining(["s3:GetObjectLegalHold", "s3:GetObjectRetention"]),
  );
});

test("the copy goes down through its own classes, keeps versions and is protected as the store", () => {
  const json = synth({}, { oldVersionDays: 9, expireDays: 400 });
  const { rule } = resource(json, "aws_s3_bucket_lifecycle_configuration.images_replica_lifecycle");
  expect(rule).toMatchObject([
    { id: "tiers", transition: [{ days: 30, storage_class: "STANDARD_IA" }] },
    { id: "expiry", expiration: [{ days: 400 }] },
    { id: "leftovers", noncurrent_version_expiration: [{ noncurrent_days: 9 }] },
  ]);
  expect(resource(json, "aws_s3_bucket.images_replica").lifecycle).toEqual({
    prevent_destroy: true,
  });
  const free = synth({}, { deletionProtection: false });
  expect(resource(free, "aws_s3_bucket.images_replica").lifecycle).toBeUndefined();
});

test("a store without a copy has neither role nor provider for one", () => {
  const json = synthesizeOne((stack) => {
    const replica = { bucket: "b-replica", role: "r", keyAlias: "alias/r" };
    new ObjectStore(stack, "images", {
      store: { ...copied, replica: undefined },
      names: { bucket: "b", metrics: "EntireBucket", replica },
      location: LOCATION,
      encryptionKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
    });
  });
  expect(json.resource).not.toHaveProperty("aws_iam_role");
  expect(json.provider?.aws).toHaveLength(1);
});
