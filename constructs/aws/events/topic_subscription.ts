import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import type { Subscription } from "../../../model/events/settled";
import { MAIN } from "../../logical_id";
import type { WorkQueue } from "../work_queue";
import { filterPolicy } from "./event_pattern";
import type { EventTopic } from "./event_topic";
import type { UndeliveredQueue } from "./undelivered_queue";

export interface TopicSubscriptionProps {
  readonly topic: EventTopic;

  readonly subscription: Subscription;

  /** Where the events come into; its policy and its key's let the topic send. */
  readonly queue: WorkQueue;

  /** Where those go that could not be put into the queue. */
  readonly undelivered: UndeliveredQueue;
}

/** Events of one service that come into the queue of another by way of a topic: the CloudEvent as it was published. */
export class TopicSubscription extends Construct {
  readonly subscription: SnsTopicSubscription;

  constructor(scope: Construct, id: string, props: TopicSubscriptionProps) {
    super(scope, id);
    const { topic, subscription, queue, undelivered } = props;
    this.subscription = new SnsTopicSubscription(this, MAIN, {
      topicArn: topic.topic.arn,
      ...{ protocol: "sqs", endpoint: queue.queueArn, rawMessageDelivery: true },
      filterPolicy: filterPolicy(subscription),
      filterPolicyScope: "MessageBody",
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: undelivered.queueArn }),
      dependsOn: [queue.policy],
    });
  }
}
