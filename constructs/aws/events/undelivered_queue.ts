import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { queueArn, type Location } from "../arn";
import { policyDocument, tlsOnly } from "../policy";
import { inOrder } from "../work_queue";
import { maySend, type Sender } from "./sender";

export interface UndeliveredQueueProps {
  /** `model/names.ts` makes it. */
  readonly name: string;

  /**
   * Keep order, as a queue must whose topic does; its name ends with `.fifo` then.
   *
   * @default false
   */
  readonly ordered?: boolean;

  readonly location: Location;

  /** The customer key that encrypts messages, by its alias; its policy lets the senders use it. */
  readonly encryptionKey: string;

  /** Who puts there what it could not deliver. */
  readonly senders: readonly Sender[];

  /**
   * How long an event is kept, in seconds.
   *
   * @default 1209600 (14 days, the most that SQS allows)
   */
  readonly retentionSeconds?: number;
}

/** Where a service of AWS puts events that it could not deliver: people look at them and have them sent again. */
export class UndeliveredQueue extends Construct {
  readonly queue: SqsQueue;
  /** Composed of its name: known when a plan is made. */
  readonly queueArn: string;

  constructor(scope: Construct, id: string, props: UndeliveredQueueProps) {
    super(scope, id);
    this.queue = new SqsQueue(this, MAIN, {
      name: props.name,
      ...(props.ordered && inOrder()),
      kmsMasterKeyId: props.encryptionKey,
      messageRetentionSeconds: props.retentionSeconds ?? 1_209_600,
      // No queue may name it as its dead-letter queue: what is in it came from elsewhere.
      redriveAllowPolicy: JSON.stringify({ redrivePermission: "denyAll" }),
    });
    this.queueArn = queueArn(props.location, this.queue.name);
    new SqsQueuePolicy(this, "policy", {
      queueUrl: this.queue.url,
      policy: policyDocument([
        tlsOnly("sqs:*", [this.queueArn]),
        ...maySend(props.senders, this.queueArn),
      ]),
    });
  }
}
