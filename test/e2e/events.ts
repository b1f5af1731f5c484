import { EventSchedules } from "../../constructs/aws/events/event_schedules";
import { EventBus } from "../../constructs/aws/events/event_bus";
import { EventTopic } from "../../constructs/aws/events/event_topic";
import { BusSubscription } from "../../constructs/aws/events/bus_subscription";
import { mayEncrypt, type Sender } from "../../constructs/aws/events/sender";
import { TopicSubscription } from "../../constructs/aws/events/topic_subscription";
import { UndeliveredQueue } from "../../constructs/aws/events/undelivered_queue";
import { eventRuleArn, topicArn } from "../../constructs/aws/arn";
import { Key } from "../../constructs/aws/key";
import { WorkQueue } from "../../constructs/aws/work_queue";
import { tagAll } from "../../constructs/tags";
import type { TerraformJson } from "../../constructs/terraform_json";
import { awsEventBusNames } from "../../model/events/names";
import type { Subscription } from "../../model/events/settled";
import { awsNames } from "../../model/names";
import { settleSchedules } from "../../model/schedules/settled";
import { toolPath } from "../../tools/find";
import type { PlatformStack } from "../../constructs/stacks/platform_stack";
import { LOCATION, synthesizeOne } from "../constructs/support/synth";
import { succeed } from "./commands";
import type { Estate } from "./estate";

export const EVENTS_STACK = "events";

const PLACE = { environment: "test", cell: "c01" };
const BUS = awsEventBusNames("test", "c01");
const SHOP = awsNames({ ...PLACE, name: "shop" }).events;

/** Who subscribes, to what, and how it comes. */
const SUBSCRIBERS: Readonly<Record<string, Omit<Subscription, "service">>> = {
  audit: { via: "bus", events: ["order.cancelled", "order.placed"], filter: {} },
  concierge: {
    ...{ via: "bus", events: ["order.placed"] },
    filter: { "customer.tier": ["gold"], total: [{ minimum: 100 }] },
  },
  ledger: { via: "orderedTopic", events: ["stock.moved"], filter: {} },
  prices: { via: "topic", events: ["price.changed"], filter: { total: [{ minimum: 5 }] } },
};

const namesOf = (name: string) =>
  awsNames({ ...PLACE, name, ordered: SUBSCRIBERS[name]?.via === "orderedTopic" });

/** What one of the subscribers has in its queue. */
export const queueOf = (name: string): string => namesOf(name).queue;

/** A bus, topics, and a queue for each who subscribes, without functions that would empty them. */
export const eventsStack = (): TerraformJson =>
  synthesizeOne((stack) => {
    const bus = new EventBus(stack, "bus", {
      ...{ names: BUS, description: "Of a story.", location: LOCATION },
      ...{ archiveDays: 1, keyDeletionWindowDays: 7 },
    });
    const key = new Key(stack, "key", {
      ...{ alias: "alias/test-c01-shop-events", description: "Encrypts events." },
      ...{ location: LOCATION, deletionWindowDays: 7 },
    });
    const topic = (id: "topic" | "orderedTopic") =>
      new EventTopic(stack, id, {
        ...{ name: SHOP[id], ordered: id === "orderedTopic", location: LOCATION },
        ...{ encryptionKey: key.aliasName, encryptionKeyArn: key.arn },
      });
    const carriers = { bus, topic: topic("topic"), orderedTopic: topic("orderedTopic") };
    for (const name of Object.keys(SUBSCRIBERS)) subscribe(stack, name, carriers);
    wake(stack, "reports");
    tagAll(stack, {
      ...{ service: "shop", owner: "commerce", environment: "test", "cost-center": "cc-1001" },
    });
  });

interface Carriers {
  readonly bus: EventBus;
  readonly topic: EventTopic;
  readonly orderedTopic: EventTopic;
}

function subscribe(stack: PlatformStack, name: string, carriers: Carriers): void {
  const subscription = { service: "shop", ...SUBSCRIBERS[name]! };
  const names = namesOf(name);
  const { via } = subscription;
  const ordered = via === "orderedTopic";
  const sender: Sender =
    via === "bus"
      ? {
          ...{ sid: "EventRules", service: "events.amazonaws.com" },
          sourceArns: [eventRuleArn(LOCATION, BUS.bus, names.events.rule("shop"))],
        }
      : {
          ...{ sid: "EventTopics", service: "sns.amazonaws.com" },
          sourceArns: [topicArn(LOCATION, SHOP[via])],
        };
  const key = new Key(stack, `${name}-key`, {
    ...{ alias: names.keyAlias("messages"), description: "Encrypts messages." },
    ...{ location: LOCATION, deletionWindowDays: 7, statements: mayEncrypt([sender]) },
  });
  const kept = { location: LOCATION, encryptionKey: key.aliasName, ordered, senders: [sender] };
  const queue = new WorkQueue(stack, `${name}-queue`, {
    ...{ queueName: names.queue, deadLetterQueueName: names.deadLetterQueue },
    ...{ ...kept, encryptionKeyArn: key.arn, visibilityTimeoutSeconds: 300 },
  });
  const undelivered = new UndeliveredQueue(stack, `${name}-undelivered`, {
    ...{ name: names.events.undeliveredQueue, ...kept },
  });
  const into = { subscription, queue, undelivered };
  if (via === "bus")
    new BusSubscription(stack, name, {
      ...{ ruleName: names.events.rule("shop"), bus: carriers.bus, ...into },
    });
  else new TopicSubscription(stack, name, { topic: carriers[via], ...into });
}

/** By a schedule of each minute, and one that is never due while somebody looks. */
function wake(stack: PlatformStack, name: string): void {
  const names = namesOf(name);
  const key = new Key(stack, `${name}-key`, {
    ...{ alias: names.keyAlias("messages"), description: "Encrypts messages." },
    ...{ location: LOCATION, deletionWindowDays: 7 },
  });
  const kept = { location: LOCATION, encryptionKey: key.aliasName };
  const queue = new WorkQueue(stack, `${name}-queue`, {
    ...{ queueName: names.queue, deadLetterQueueName: names.deadLetterQueue },
    ...{ ...kept, encryptionKeyArn: key.arn, visibilityTimeoutSeconds: 300 },
  });
  const undelivered = new UndeliveredQueue(stack, `${name}-undelivered`, {
    ...{ name: names.events.undeliveredQueue, ...kept, senders: [] },
  });
  new EventSchedules(stack, `${name}-schedules`, {
    ...{ names: names.events, service: name, location: LOCATION, queue, undelivered },
    schedules: settleSchedules({
      tick: { rate: "1m", payload: { text: "${not} a template" } },
      yearly: { cron: "0 3 1 JAN ? *", timeZone: "Europe/Berlin", flexibleWindow: "15m" },
    }),
    encryptionKeyArn: key.arn,
  });
}

/** A CloudEvent of the shop's. */
export const eventOf = (id: string, type: string, data: object) => ({
  ...{ specversion: "1.0", id, source: "shop", type, time: "2026-01-31T10:00:00Z", data },
});

async function aws({ env, folder }: Estate, ...args: readonly string[]): Promise<unknown> {
  const flags = ["--output", "json", "--endpoint-url", env["AWS_ENDPOINT_URL"] ?? ""];
  const stdout = await succeed(toolPath("awscli"), [...args, ...flags], {
    ...{ cwd: folder, env: { ...env, AWS_PAGER: "" } },
  });
  return stdout.trim() === "" ? {} : JSON.parse(stdout);
}

/** As code does: the event is the detail. */
export const toBus = (estate: Estate, ...events: readonly ReturnType<typeof eventOf>[]) =>
  aws(
    ...[estate, "events", "put-events", "--entries"],
    JSON.stringify(
      events.map((event) => ({
        ...{ EventBusName: BUS.bus, Source: event.source, DetailType: event.type },
        Detail: JSON.stringify(event),
      })),
    ),
  );

/** @param group - where order is kept */
export const toTopic = (estate: Estate, event: ReturnType<typeof eventOf>, group?: string) =>
  aws(
    ...[estate, "sns", "publish", "--message", JSON.stringify(event), "--topic-arn"],
    topicArn(LOCATION, group === undefined ? SHOP.topic : SHOP.orderedTopic),
    ...(group === undefined
      ? []
      : ["--message-group-id", group, "--message-deduplication-id", event.id]),
  );

/** Ids of the events in a subscriber's queue, which are taken out of sight. */
export async function received(estate: Estate, name: string): Promise<string[]> {
  const answer = (await aws(
    ...[estate, "sqs", "get-queue-url", "--queue-name", queueOf(name)],
  )) as { QueueUrl: string };
  const { Messages = [] } = (await aws(
    ...[estate, "sqs", "receive-message", "--queue-url", answer.QueueUrl],
    ...["--max-number-of-messages", "10", "--wait-time-seconds", "2"],
  )) as { Messages?: readonly { readonly Body: string }[] };
  return Messages.map(({ Body }) => (JSON.parse(Body) as { id: string }).id);
}
