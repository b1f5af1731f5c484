import { Key, logsMayUse, type KeyProps } from "../../../constructs/aws/key";
import { LOCATION, resource, statements, synthesizeOne } from "../support/synth";

const synth = (props: Partial<KeyProps> = {}) =>
  synthesizeOne(
    (stack) =>
      new Key(stack, "logs-key", {
        alias: "alias/dev-c01-orders-logs",
        description: "Encrypts logs.",
        location: LOCATION,
        ...props,
      }),
  );

test("a key is rotated, waits 30 days before it is gone, and is found by its alias", () => {
  const json = synth();
  expect(resource(json, "aws_kms_key.logs_key")).toEqual({
    description: "Encrypts logs.",
    enable_key_rotation: true,
    deletion_window_in_days: 30,
    policy: expect.any(String),
  });
  expect(resource(json, "aws_kms_alias.logs_key_alias")).toEqual({
    name: "alias/dev-c01-orders-logs",
    target_key_id: "${aws_kms_key.logs_key.key_id}",
  });
});

test("a key belongs to its account", () => {
  expect(statements(resource(synth(), "aws_kms_key.logs_key").policy)).toEqual([
    {
      Sid: "AccountRoot",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::123456789012:root" },
      Action: "kms:*",
      Resource: "*",
    },
  ]);
});

test("CloudWatch Logs may use it for one log group", () => {
  const group = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/x";
  const json = synth({ statements: [logsMayUse([group], LOCATION)] });
  expect(statements(resource(json, "aws_kms_key.logs_key").policy)[1]).toEqual({
    Sid: "CloudWatchLogs",
    Effect: "Allow",
    Principal: { Service: "logs.us-east-1.amazonaws.com" },
    Action: [
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKey",
      "kms:ReEncryptFrom",
      "kms:ReEncryptTo",
    ],
    Resource: "*",
    Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": group } },
  });
});

test("a protected key is not destroyed by Terraform", () => {
  const json = synth({ preventDestroy: true, deletionWindowDays: 7 });
  expect(resource(json, "aws_kms_key.logs_key")).toMatchObject({
    deletion_window_in_days: 7,
    lifecycle: { prevent_destroy: true },
  });
});
