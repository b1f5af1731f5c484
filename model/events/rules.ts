import type { EventDrivenDeclaration, ServiceDeclaration } from "../declaration";
import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { show } from "../problems";
import type { JsonSchema } from "../workloads/json_schema";
import type { SubscriptionDeclaration } from "./declaration";
import { carrierOf, publishedBy } from "./settled";

/** What a service tells others, as far as it means something to the rest of it and to the cloud; paths start at the service. */
export function publishesProblems(
  { publishes = {}, workload }: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const names = Object.keys(publishes).sort();
  if (names.length === 0) return [];
  if (environment.cloud === "google") return problemIf("publishes", unbuilt(environment, names));
  if (workload.kind === "contentDelivery") return problemIf("publishes", untold(names));
  return names.flatMap((name) =>
    problemIf(`publishes.${name}.schema.type`, schemaProblem(publishes[name]?.schema)),
  );
}

const unbuilt = ({ name }: EnvironmentDeclaration, got: readonly string[]): string =>
  `expected none on Google Cloud (${name}), where events between services are not built yet (docs/clouds.md); list the service in environments on AWS only, got ${show(got)}`;

const untold = (names: readonly string[]): string =>
  `expected none of a service of content delivery, which runs no code that could publish them, got ${show(names)}`;

/** CloudEvents' `data` could be anything; fields of an object can be added later without breaking who reads it. */
function schemaProblem(schema: JsonSchema | undefined): string | undefined {
  if (schema?.type === "object") return undefined;
  return `expected "object": fields can be added to one and nothing else, got ${show(schema?.type)}`;
}

/** Whether there is what a service subscribes to. */
export function subscriptionProblems(
  { subscribes = [], queue = {} }: EventDrivenDeclaration,
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const names = subscribes.map((one) => one.service);
  if (names.length === 0) return [];
  if (environment.cloud === "google")
    return problemIf("workload.subscribes", unbuilt(environment, names));
  return subscribes.flatMap((one, index) => {
    const at = `workload.subscribes[${index}]`;
    const wrong = publisherProblem(one.service, service, environment);
    if (wrong !== undefined) return problemIf(`${at}.service`, wrong);
    return [
      ...problemIf(`${at}.service`, onceProblem(names, index)),
      ...eventsProblems(`${at}.events`, one, environment),
      ...orderProblems(`${at}.events`, { ordered: false, ...queue }, one, environment),
      ...problemIf(`${at}.filter`, topicFilterProblem(one, environment)),
      ...problemIf(`${at}.filter`, busFilterProblem(one, environment)),
      ...filterProblems(`${at}.filter`, one, environment),
    ];
  });
}

function publisherProblem(
  name: string,
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  if (name === service.name) return `expected another service, got ${show(name)} itself`;
  if (publishedBy(name, environment).length > 0) return undefined;
  const publishers = environment.services
    .map((one) => one.name)
    .filter((one) => one !== service.name && publishedBy(one, environment).length > 0);
  const known = publishers.length === 0 ? "there is none" : publishers.join(", ");
  return `expected a service of the environment ${environment.name} that publishes events (${known}), got ${show(name)}`;
}

/** A queue subscribes once to what a service publishes. */
const onceProblem = (names: readonly string[], index: number): string | undefined =>
  names.indexOf(names[index] ?? "") === index
    ? undefined
    : `expected each service once, got ${show(names[index])} twice`;

function eventsProblems(
  at: string,
  { service, events = [] }: SubscriptionDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const known = publishedBy(service, environment);
  return events.flatMap((event, index) => {
    if (events.indexOf(event) !== index)
      return problemIf(`${at}[${index}]`, `expected each event once, got ${show(event)} twice`);
    const unknown = `expected an event that ${service} publishes (${known.join(", ")}), got ${show(event)}`;
    return problemIf(`${at}[${index}]`, known.includes(event) ? undefined : unknown);
  });
}

/** What keeps order on the way is of no use in a queue that does not, and the other way about. */
function orderProblems(
  at: string,
  { ordered }: { readonly ordered: boolean },
  { service, events }: SubscriptionDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  return (events ?? publishedBy(service, environment)).flatMap((event) => {
    const via = carrierOf(service, event, environment);
    if (via === undefined || (via === "orderedTopic") === ordered) return [];
    const message = ordered
      ? `expected events of ordered topics, as the queue is ordered: ${service} publishes ${event} via ${show(via)}, which keeps no order; subscribe to others, or leave the queue's \`ordered\` out`
      : `expected no events of ordered topics, as the queue is not ordered: ${service} publishes ${event} via "orderedTopic"; subscribe to others, or give the queue \`ordered: true\``;
    return problemIf(at, message);
  });
}

/** Events of a subscription, by what carries them. */
function carriedTo(
  { service, events }: SubscriptionDeclaration,
  environment: EnvironmentDeclaration,
): { readonly bus: readonly string[]; readonly topic: readonly string[] } {
  const all = events ?? publishedBy(service, environment);
  const isByBus = (event: string) => carrierOf(service, event, environment) === "bus";
  return { bus: all.filter(isByBus), topic: all.filter((event) => !isByBus(event)) };
}

/**
 * What SNS bounds of a filter, the event's name among its fields: five of them, and 150 ways to pass it, a value counting as often as its
 * field lies deep.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
function topicFilterProblem(
  subscription: SubscriptionDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const { filter = {} } = subscription;
  const byTopic = carriedTo(subscription, environment).topic;
  const fields = Object.entries(filter);
  if (byTopic.length === 0 || fields.length === 0) return undefined;
  if (fields.length > 4)
    return `expected at most 4 fields for events of a topic, got ${fields.length}`;
  const ways = fields.reduce(
    (all, [field, values]) => all * values.length * (1 + field.split(".").length),
    byTopic.length,
  );
  if (ways <= 150) return undefined;
  return `expected at most 150 combinations for events of a topic (events x values x how deep their field lies, for each field), got ${ways}; filter by fewer`;
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const LONGEST_PATTERN = 2_048;

/** What EventBridge bounds of a rule: the events and what is filtered of them, as one text. */
function busFilterProblem(
  subscription: SubscriptionDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const { service, filter = {} } = subscription;
  const byBus = carriedTo(subscription, environment).bus;
  const { length } = JSON.stringify({ source: [service], "detail-type": byBus, detail: filter });
  if (byBus.length === 0 || length <= LONGEST_PATTERN) return undefined;
  return `expected events and conditions of at most ${LONGEST_PATTERN} characters together, which is what a rule of EventBridge takes, got ${length}; subscribe to fewer, or filter by fewer`;
}

/** A field that no event has would let nothing through, without a word. */
function filterProblems(
  at: string,
  { service: name, events, filter = {} }: SubscriptionDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const { publishes = {} } = environment.services.find((one) => one.name === name) ?? {};
  const fields = Object.keys(filter);
  return fields.flatMap((field) => {
    const within = fields.find((other) => other.startsWith(`${field}.`));
    if (within !== undefined)
      return problemIf(
        `${at}.${field}`,
        `expected no condition on what holds ${show(within)}, which is filtered by itself; leave one of the two out`,
      );
    const without = (events ?? Object.keys(publishes)).find(
      (event) => publishes[event] && !mayHold(publishes[event].schema, field.split(".")),
    );
    if (without === undefined) return [];
    return problemIf(
      `${at}.${field}`,
      `expected a field that the schema of each event has: that of ${without} has no ${show(field)}`,
    );
  });
}

/** Whether a value of the schema may have a field; where the schema says no more, it may. */
function mayHold(schema: JsonSchema, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  const properties = schema.properties as Readonly<Record<string, JsonSchema>> | undefined;
  if (properties === undefined) return true;
  const inner = properties[first];
  return inner !== undefined && mayHold(inner, rest);
}
