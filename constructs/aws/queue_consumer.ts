import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";

export interface QueueConsumerProps {
  /** The queue whose messages are handed over. */
  readonly queueArn: string;

  /** ARN of the function's alias. */
  readonly functionArn: string;

  /** The most invocations at once, 2 to 1,000: without it a burst takes every instance of the account. */
  readonly maximumConcurrency: number;

  /**
   * The most messages in one invocation.
   *
   * @default 10
   */
  readonly batchSize?: number;

  /**
   * How long the poller waits for a full batch, in seconds.
   *
   * @default 5
   */
  readonly batchWindowSeconds?: number;
}

/** Hands a queue's messages to a function in batches; of a batch only the messages that failed come back. */
export class QueueConsumer extends Construct {
  readonly mapping: LambdaEventSourceMapping;

  constructor(scope: Construct, id: string, props: QueueConsumerProps) {
    super(scope, id);
    this.mapping = new LambdaEventSourceMapping(this, MAIN, {
      eventSourceArn: props.queueArn,
      functionName: props.functionArn,
      batchSize: props.batchSize ?? 10,
      maximumBatchingWindowInSeconds: props.batchWindowSeconds ?? 5,
      functionResponseTypes: ["ReportBatchItemFailures"],
      scalingConfig: { maximumConcurrency: props.maximumConcurrency },
    });
  }
}
