import { Construct } from "constructs";
import type { Subscription } from "../../../model/events/settled";
import { awsEventBusNames, type EventNames } from "../../../model/events/names";
import type { Service } from "../../../model/service";
import { awsNames } from "../../../model/names";
import { eventRuleArn, topicArn, type Location } from "../arn";
import type { WorkQueue } from "../work_queue";
import { BusSubscription } from "./bus_subscription";
import type { EventBus } from "./event_bus";
import type { EventTopic } from "./event_topic";
import type { Sender } from "./sender";
import type { ServiceTopics } from "./service_topics";
import { TopicSubscription } from "./topic_subscription";
import type { UndeliveredQueue } from "./undelivered_queue";

export interface QueueSubscriptionsProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: EventNames;

  readonly location: Location;

  /** One or more. */
  readonly subscriptions: readonly Subscription[];

  /** That of the cell, where one of them is by it. */
  readonly bus: EventBus | undefined;

  /** Those of each service that publishes by one, by its name. */
  readonly topics: ReadonlyMap<string, ServiceTopics>;

  /** Where the events come into; its policy and its key's let the senders send. */
  readonly queue: WorkQueue;

  /** Where those go that could not be put into the queue. */
  readonly undelivered: UndeliveredQueue;
}

/** All that comes into a service's queue from others. */
export class QueueSubscriptions extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: QueueSubscriptionsProps,
  ) {
    super(scope, id);
    for (const one of props.subscriptions) this.subscribe(one);
  }

  private subscribe(subscription: Subscription): void {
    const { names, queue, undelivered } = this.props;
    const { service, via } = subscription;
    const into = { subscription, queue, undelivered };
    if (via === "bus") {
      const bus = this.found(this.props.bus, subscription);
      new BusSubscription(this, `bus_${service}`, { ruleName: names.rule(service), bus, ...into });
    } else
      new TopicSubscription(this, `${KINDS[via]}_${service}`, {
        topic: this.topicOf(subscription),
        ...into,
      });
  }

  private topicOf({ service, via, ...rest }: Subscription): EventTopic {
    const topics = this.props.topics.get(service);
    const topic = via === "orderedTopic" ? topics?.orderedTopic : topics?.topic;
    return this.found(topic, { service, via, ...rest });
  }

  private found<T>(carrier: T | undefined, { service, via }: Subscription): T {
    if (carrier !== undefined) return carrier;
    throw new Error(`${this.node.path}: expected the ${via} by which ${service} publishes`);
  }
}

const KINDS = { topic: "topic", orderedTopic: "ordered-topic" } as const;

interface Delivered {
  readonly names: EventNames;
  readonly location: Location;
  readonly service: Pick<Service, "environment" | "cell">;
}

/** Who puts events into the queue for these subscriptions, and what it could not put there where it is kept. */
export function sendersOf(
  subscriptions: readonly Subscription[],
  { names, location, service: { environment, cell } }: Delivered,
): Sender[] {
  const { bus } = awsEventBusNames(environment, cell);
  const rules = subscriptions
    .filter(({ via }) => via === "bus")
    .map(({ service }) => eventRuleArn(location, bus, names.rule(service)));
  const topics = subscriptions.flatMap(({ service, via }) =>
    via === "bus"
      ? []
      : [topicArn(location, awsNames({ environment, cell, name: service }).events[via])],
  );
  return [
    { sid: "EventRules", service: "events.amazonaws.com", sourceArns: rules },
    { sid: "EventTopics", service: "sns.amazonaws.com", sourceArns: topics },
  ].filter(({ sourceArns }) => sourceArns.length > 0);
}
