import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";
import type { Subscription } from "../../../model/events/settled";
import { MAIN } from "../../logical_id";
import type { WorkQueue } from "../work_queue";
import type { EventBus } from "./event_bus";
import { eventPattern } from "./event_pattern";
import type { UndeliveredQueue } from "./undelivered_queue";

export interface BusSubscriptionProps {
  /** The rule's name; `model/names.ts` makes it. */
  readonly ruleName: string;

  readonly bus: EventBus;

  readonly subscription: Subscription;

  /** Where the events come into; its policy and its key's let the rule send. */
  readonly queue: WorkQueue;

  /** Where those go that could not be put into the queue. */
  readonly undelivered: UndeliveredQueue;
}

/**
 * A day, and as many tries as EventBridge makes in it: the most that it allows.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html
 */
const RETRIES = { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 };

/** Events of one service that come into the queue of another by way of the bus: the CloudEvent as it was published. */
export class BusSubscription extends Construct {
  readonly rule: CloudwatchEventRule;
  readonly target: CloudwatchEventTarget;

  constructor(scope: Construct, id: string, props: BusSubscriptionProps) {
    super(scope, id);
    const { ruleName, bus, subscription, queue, undelivered } = props;
    this.rule = new CloudwatchEventRule(this, MAIN, {
      name: ruleName,
      description: `Events of ${subscription.service}.`,
      eventBusName: bus.name,
      eventPattern: eventPattern(subscription),
    });
    this.target = new CloudwatchEventTarget(this, "target", {
      rule: this.rule.name,
      eventBusName: bus.name,
      targetId: "queue",
      arn: queue.queueArn,
      inputPath: "$.detail",
      retryPolicy: RETRIES,
      deadLetterConfig: { arn: undelivered.queueArn },
      dependsOn: [queue.policy],
    });
  }
}
