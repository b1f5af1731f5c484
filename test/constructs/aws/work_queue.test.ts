import { WorkQueue, type WorkQueueProps } from "../../../constructs/aws/work_queue";
import { LOCATION, resource, statements, synthesizeOne } from "../support/synth";

const required: WorkQueueProps = {
  queueName: "dev-c01-orders-events",
  deadLetterQueueName: "dev-c01-orders-events-dlq",
  location: LOCATION,
  encryptionKey: "alias/dev-c01-orders-messages",
  encryptionKeyArn: "arn:aws:kms:us-east-1:123456789012:key/m",
  visibilityTimeoutSeconds: 365,
};

const synth = (props: Partial<WorkQueueProps> = {}) =>
  synthesizeOne((stack) => new WorkQueue(stack, "events", { ...required, ...props }));

test("the queue sets a message aside after three deliveries", () => {
  expect(resource(synth(), "aws_sqs_queue.events")).toEqual({
    name: "dev-c01-orders-events",
    kms_master_key_id: "alias/dev-c01-orders-messages",
    message_retention_seconds: 345_600,
    visibility_timeout_seconds: 365,
    redrive_policy:
      '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.events_dlq.name}","maxReceiveCount":3}',
  });
});

test("the dead-letter queue keeps messages 14 days and takes them from its queue alone", () => {
  expect(resource(synth(), "aws_sqs_queue.events_dlq")).toEqual({
    name: "dev-c01-orders-events-dlq",
    kms_master_key_id: "alias/dev-c01-orders-messages",
    message_retention_seconds: 1_209_600,
    redrive_allow_policy:
      '{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:us-east-1:123456789012:dev-c01-orders-events"]}',
  });
});

test.each(["events", "events_dlq"])("%s refuses what is not TLS", (name) => {
  const policy = resource(synth(), `aws_sqs_queue_policy.${name}_policy`);
  expect(policy.queue_url).toBe(`\${aws_sqs_queue.${name}.url}`);
  expect(statements(policy.policy)).toEqual([
    {
      Sid: "DenyInsecureTransport",
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Resource: `arn:aws:sqs:us-east-1:123456789012:\${aws_sqs_queue.${name}.name}`,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
});

test("every default can be overridden", () => {
  const json = synth({ maxReceiveCount: 7, retentionSeconds: 60, deadLetterRetentionSeconds: 120 });
  expect(resource(json, "aws_sqs_queue.events")).toMatchObject({
    message_retention_seconds: 60,
    redrive_policy: expect.stringContaining('"maxReceiveCount":7'),
  });
  expect(resource(json, "aws_sqs_queue.events_dlq").message_retention_seconds).toBe(120);
});
