import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import { queueArn, type Location } from "./arn";
import { maySend, type Sender } from "./events/sender";
import { QueueGrants } from "./identity/queue_grants";
import { policyDocument, tlsOnly } from "./policy";

export interface WorkQueueProps {
  /** The queue's name; `model/names.ts` makes it. */
  readonly queueName: string;

  /** The name of the queue of what was set aside. */
  readonly deadLetterQueueName: string;

  /**
   * Keep order in both; their names end with `.fifo` then.
   *
   * @default false
   */
  readonly ordered?: boolean;

  readonly location: Location;

  /** The customer key that encrypts messages: an alias, an id or an ARN. */
  readonly encryptionKey: string;

  /** ARN of the same key, which who sends or consumes may use. */
  readonly encryptionKeyArn: string;

  /** How long a message that was received stays hidden, in seconds: 6 x the consumer's timeout + its batch window. */
  readonly visibilityTimeoutSeconds: number;

  /**
   * Deliveries before a message is set aside.
   *
   * @default 3
   */
  readonly maxReceiveCount?: number;

  /**
   * How long a message waits before it is lost, in seconds.
   *
   * @default 345600 (4 days, the default of SQS)
   */
  readonly retentionSeconds?: number;

  /**
   * How long a message that was set aside is kept, in seconds.
   *
   * @default 1209600 (14 days, the most that SQS allows)
   */
  readonly deadLetterRetentionSeconds?: number;

  /**
   * Services of AWS that put messages into it, beside whom the account's own policies let; the key's policy lets them use it.
   *
   * @default []
   */
  readonly senders?: readonly Sender[];
}

/** A queue that never loses a message: what cannot be handled ends in a dead-letter queue of its own. */
export class WorkQueue extends Construct {
  readonly queue: SqsQueue;
  readonly deadLetterQueue: SqsQueue;
  /** Composed from the name, so that it is known when a plan is made. */
  readonly queueArn: string;
  readonly grants: QueueGrants;
  /** What sends by it waits for it. */
  readonly policy: SqsQueuePolicy;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.deadLetterQueue = this.makeDeadLetterQueue(props);
    this.queue = this.makeQueue(props);
    this.queueArn = queueArn(props.location, this.queue.name);
    this.grants = new QueueGrants({ ...props, queueArn: this.queueArn });
    this.policy = this.makePolicy("policy", this.queue, props);
    this.makePolicy("dlq-policy", this.deadLetterQueue, { location: props.location });
  }

  /** The source is named, not referred to: the two queues name each other, and a circle cannot be applied. */
  private makeDeadLetterQueue(props: WorkQueueProps): SqsQueue {
    return new SqsQueue(this, "dlq", {
      name: props.deadLetterQueueName,
      ...(props.ordered && inOrder()),
      kmsMasterKeyId: props.encryptionKey,
      messageRetentionSeconds: props.deadLetterRetentionSeconds ?? 1_209_600,
      redriveAllowPolicy: JSON.stringify({
        redrivePermission: "byQueue",
        sourceQueueArns: [queueArn(props.location, props.queueName)],
      }),
    });
  }

  private makeQueue(props: WorkQueueProps): SqsQueue {
    return new SqsQueue(this, MAIN, {
      name: props.queueName,
      ...(props.ordered && inOrder()),
      kmsMasterKeyId: props.encryptionKey,
      messageRetentionSeconds: props.retentionSeconds ?? 345_600,
      visibilityTimeoutSeconds: props.visibilityTimeoutSeconds,
      redrivePolicy: JSON.stringify({
        deadLetterTargetArn: queueArn(props.location, this.deadLetterQueue.name),
        maxReceiveCount: props.maxReceiveCount ?? 3,
      }),
    });
  }

  /** Refuses what is not encrypted on its way, and lets the senders send. */
  private makePolicy(
    id: string,
    queue: SqsQueue,
    { location, senders = [] }: Pick<WorkQueueProps, "location" | "senders">,
  ): SqsQueuePolicy {
    const arn = queueArn(location, queue.name);
    return new SqsQueuePolicy(this, id, {
      queueUrl: queue.url,
      policy: policyDocument([tlsOnly("sqs:*", [arn]), ...maySend(senders, arn)]),
    });
  }
}

/**
 * As many messages a second as AWS allows: order is kept, and duplicates are known, within a group alone. What says no id of its own
 * is told by its text.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html
 */
export const inOrder = () =>
  ({
    fifoQueue: true,
    contentBasedDeduplication: true,
    deduplicationScope: "messageGroup",
    fifoThroughputLimit: "perMessageGroupId",
  }) as const;
