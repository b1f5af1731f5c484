import { oneOrMany, type Conditions, type Statement } from "../policy";

/** A service of AWS that puts messages into a queue, and on whose behalf. */
export interface Sender {
  /** Says what it sends; letters and digits. */
  readonly sid: string;
  /** Such as `events.amazonaws.com`. */
  readonly service: string;
  /** For which of our resources alone. */
  readonly sourceArns: readonly string[];
}

const forOurs = ({ sourceArns }: Sender): Conditions => ({
  ArnEquals: { "aws:SourceArn": oneOrMany(sourceArns) },
});

/**
 * What a queue's policy says of them.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sqs-permissions
 */
export const maySend = (senders: readonly Sender[], queueArn: string): Statement[] =>
  senders.map((sender) => ({
    sid: `${sender.sid}Send`,
    principals: { Service: sender.service },
    ...{ actions: ["sqs:SendMessage"], resources: [queueArn], conditions: forOurs(sender) },
  }));

/**
 * What the policy of a queue's key says of them: SQS makes a data key for what it encrypts, and checks it.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#compatibility-with-aws-services
 */
export const mayEncrypt = (senders: readonly Sender[]): Statement[] =>
  senders.map((sender) => ({
    sid: `${sender.sid}Encrypt`,
    principals: { Service: sender.service },
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    ...{ resources: ["*"], conditions: forOurs(sender) },
  }));
