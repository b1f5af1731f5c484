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
