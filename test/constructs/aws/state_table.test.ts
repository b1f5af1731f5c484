import { StateTable, type StateTableProps } from "../../../constructs/aws/state_table";
import { LOCATION, resource, synthesizeOne } from "../support/synth";

const synth = (props: Partial<StateTableProps> = {}) =>
  resource(
    synthesizeOne(
      (stack) =>
        new StateTable(stack, "state", {
          tableName: "dev-c01-orders-state",
          partitionKey: "eventId",
          location: LOCATION,
          encryptionKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
          ...props,
        }),
    ),
    "aws_dynamodb_table.state",
  );

test("a table is paid by request, encrypted, expires items and can be put back in time", () => {
  expect(synth()).toEqual({
    name: "dev-c01-orders-state",
    billing_mode: "PAY_PER_REQUEST",
    hash_key: "eventId",
    attribute: [{ name: "eventId", type: "S" }],
    ttl: { attribute_name: "ttl", enabled: true },
    server_side_encryption: {
      enabled: true,
      kms_key_arn: "arn:aws:kms:us-east-1:123456789012:key/k",
    },
    point_in_time_recovery: { enabled: true },
    deletion_protection_enabled: true,
  });
});

test("protection and the expiry attribute can be overridden", () => {
  expect(synth({ deletionProtection: false, ttlAttribute: "expiresAt" })).toMatchObject({
    deletion_protection_enabled: false,
    ttl: { attribute_name: "expiresAt", enabled: true },
  });
});

describe("keys", () => {
  const typed = (name: string, type: "string" | "number" | "binary") => ({ name, type });

  test("a sort key stands beside the partition key, each with its type", () => {
    expect(synth({ partitionKey: typed("shop", "binary"), sortKey: "id" })).toMatchObject({
      ...{ hash_key: "shop", range_key: "id" },
      attribute: [
        { name: "id", type: "S" },
        { name: "shop", type: "B" },
      ],
    });
  });

  test("indexes have keys of their own, and hold what they are said to", () => {
    const table = synth({
      partitionKey: "id",
      indexes: [
        {
          ...{ name: "by-day", partitionKey: typed("day", "string") },
          ...{ sortKey: typed("at", "number"), holds: ["title"] },
        },
        { name: "by-at", partitionKey: typed("at", "number"), sortKey: undefined, holds: "keys" },
        { name: "by-id", partitionKey: typed("id", "string"), sortKey: undefined, holds: "all" },
      ],
    });
    expect(table.global_secondary_index).toEqual([
      {
        ...{ name: "by-day", hash_key: "day", range_key: "at" },
        ...{ projection_type: "INCLUDE", non_key_attributes: ["title"] },
      },
      { name: "by-at", hash_key: "at", projection_type: "KEYS_ONLY" },
      { name: "by-id", hash_key: "id", projection_type: "ALL" },
    ]);
    expect(table.attribute).toEqual([
      { name: "at", type: "N" },
      { name: "day", type: "S" },
      { name: "id", type: "S" },
    ]);
  });
});

test.each([
  ["keys", "KEYS_ONLY"],
  ["new", "NEW_IMAGE"],
  ["old", "OLD_IMAGE"],
  ["newAndOld", "NEW_AND_OLD_IMAGES"],
] as const)("a stream that tells %s is %s", (stream, stream_view_type) => {
  expect(synth({ stream })).toMatchObject({ stream_enabled: true, stream_view_type });
});

describe("a copy in another region", () => {
  const copy = { region: "us-west-2", keyAlias: "alias/dev-c01-orders-state-replica" };
  const json = (given: Partial<StateTableProps> = {}) =>
    synthesizeOne(
      (stack) =>
        new StateTable(stack, "state", {
          ...{ tableName: "dev-c01-orders-state", partitionKey: "eventId", location: LOCATION },
          encryptionKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
          ...{ copy, ...given },
        }),
    );

  test("has a key of its own, is put back in time by itself, and is tagged as the table", () => {
    expect(resource(json(), "aws_dynamodb_table.state")).toMatchObject({
      replica: [
        {
          region_name: "us-west-2",
          kms_key_arn: "${aws_kms_key.state_replica_key.arn}",
          point_in_time_recovery: true,
          propagate_tags: true,
        },
      ],
      ...{ stream_enabled: true, stream_view_type: "NEW_AND_OLD_IMAGES" },
    });
  });

  test("whose key is of its region, by a provider for it", () => {
    const made = json({ copy: { ...copy, keyDeletionWindowDays: 7 } });
    expect(resource(made, "aws_kms_key.state_replica_key")).toMatchObject({
      provider: "aws.us-west-2",
      deletion_window_in_days: 7,
      enable_key_rotation: true,
    });
    expect(resource(made, "aws_kms_alias.state_replica_key_alias")).toMatchObject({
      provider: "aws.us-west-2",
      name: copy.keyAlias,
    });
    expect(resource(made, "aws_dynamodb_table.state")).not.toHaveProperty("provider");
    expect(made.provider?.aws).toContainEqual({
      ...{ alias: "us-west-2", region: "us-west-2", allowed_account_ids: ["123456789012"] },
    });
  });

  test("a table without one has neither", () => {
    const made = json({ copy: undefined });
    expect(made.resource).not.toHaveProperty("aws_kms_key");
    expect(made.provider?.aws).toHaveLength(1);
  });
});

test("what is used seldom is in the class for it", () => {
  expect(synth({ storageClass: "infrequent" }).table_class).toBe("STANDARD_INFREQUENT_ACCESS");
  expect(synth({ storageClass: "standard" })).not.toHaveProperty("table_class");
});
