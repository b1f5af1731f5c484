import type { ServiceDeclaration, StoreDeclaration } from "../declaration";
import { formatDuration, seconds } from "../duration";
import type { AwsEnvironment } from "../environment";
import { settleEventDriven } from "../defaults";
import { problemIf, type FieldProblem } from "../indicators/base";
import { awsNames, awsShiftNames } from "../names";
import { show } from "../problems";
import { REPLICATED_VIEW } from "../stores/key_value_defaults";
import type { RegionalServiceDeclaration, RegionsDeclaration } from "./declaration";
import { cellInRegion } from "./name";
import { longestSeconds } from "./regions";

/** A service that is to be in both regions. */
interface Placed {
  readonly service: ServiceDeclaration;
  readonly settings: RegionalServiceDeclaration;
  readonly environment: AwsEnvironment;
  readonly declared: RegionsDeclaration;
}

/** What a service asks for that is in one region alone, or not built in two: said, so that nothing is missing on the day on which it is needed. */
export function regionalServiceProblems(
  environment: AwsEnvironment,
  declared: RegionsDeclaration,
): FieldProblem[] {
  return environment.services.flatMap((service) => {
    const settings = Object.hasOwn(declared.services, service.name)
      ? declared.services[service.name]
      : undefined;
    if (settings === undefined) return [];
    return problemsOf({ service, settings, environment, declared }).map(({ field, message }) => ({
      field: `${service.name}${field}`,
      message,
    }));
  });
}

function problemsOf(placed: Placed): FieldProblem[] {
  const kind = kindProblem(placed);
  if (kind !== undefined) return problemIf("", kind);
  return [
    ...wholeProblems(placed).flatMap((message) => problemIf("", message)),
    ...problemIf("", longNameProblem(placed)),
    ...problemIf(".health", healthProblem(placed)),
    ...problemIf(".late", lateProblem(placed)),
  ];
}

/** What runs in a network, or is delivered from caches, would take a second one. */
function kindProblem({ service: { name, workload } }: Placed): string | undefined {
  if (workload.kind === "requestDriven" || workload.kind === "eventDriven") return undefined;
  return `expected a service that is requestDriven or eventDriven, which alone are built in two regions, got ${name}, which is ${workload.kind}; leave it out here, or move what has to outlive a region to a service of one of these kinds`;
}

const wholeProblems = (placed: Placed): string[] =>
  [
    ...Object.entries(placed.service.stores).map(([name, store]) =>
      storeProblem(name, store, placed),
    ),
    secretProblem(placed),
    modelProblem(placed),
    endpointProblem(placed),
    ...apiProblems(placed),
    publisherProblem(placed),
    subscriberProblem(placed),
    outboxProblem(placed),
    schedulesProblem(placed),
    rawProblem(placed),
  ].filter((message) => message !== undefined);

function storeProblem(
  name: string,
  store: StoreDeclaration,
  { service, declared: { second } }: Placed,
): string | undefined {
  const at = `${service.name}.stores.${name}`;
  if (store.kind !== "keyValue")
    return `expected stores that are keyValue, of which alone ${second} has a copy that is written to, got ${at}, which is ${store.kind}; keep what both regions need in a table, or leave the service out here`;
  if (store.replicate !== undefined)
    return `expected no copy beside the table of the second region, got ${at}.replicate; take it out and apply that first`;
  if (store.stream?.view === REPLICATED_VIEW) return undefined;
  return `expected a stream of both images, by which DynamoDB copies a table, got ${show(store.stream?.view)} of ${at}; declare stream: { view: "${REPLICATED_VIEW}" } and apply it before the region, whose plan then touches no table`;
}

/** Each region has its own: one that a person gives is given twice, one that a machine makes would differ. */
function secretProblem({ service: { name, secrets = {} } }: Placed): string | undefined {
  const made = Object.entries(secrets).find(
    ([, { generate, rotate }]) => generate !== undefined || rotate !== undefined,
  );
  if (made === undefined) return undefined;
  return `expected secrets to which a person gives their value, in each region, got ${name}.secrets.${made[0]}, which would have another one in each; leave \`generate\` and \`rotate\` out`;
}

function modelProblem({ service, declared }: Placed): string | undefined {
  const [model] = Object.keys(service.models ?? {});
  return model === undefined
    ? undefined
    : `expected no foundation models, which ${declared.second} may not have and whose guardrails are of one region, got ${service.name}.models.${model}; ask it from a service that is in one region`;
}

/** An inference service is in one region, and its endpoints with it. */
const endpointProblem = ({
  service: { name, invokes = [] },
  declared,
}: Placed): string | undefined =>
  invokes.length === 0
    ? undefined
    : `expected no endpoints, which are in one region while ${name} is in ${declared.second} too, got ${name}.invokes; ask them from a service that is in one region`;

function apiProblems({ service: { name, workload } }: Placed): (string | undefined)[] {
  if (workload.kind !== "requestDriven") return [];
  const { auth, edge } = workload;
  return [
    edge === undefined
      ? undefined
      : `expected no distribution, which leads to one region, got ${name}.workload.edge; leave it out: the host leads to the API of the region in use`,
    auth === undefined || !("signIn" in auth)
      ? undefined
      : `expected tokens of an issuer that both regions reach, got ${name}.workload.auth.signIn, whose users are in one region; name another by \`jwt\``,
  ];
}

/** Copied, an outbox would be emptied in each region, and each event told twice. */
const outboxProblem = ({ service: { name, outbox }, declared }: Placed): string | undefined =>
  outbox === undefined
    ? undefined
    : `expected no outbox, which lies in one region while the state is in ${declared.second} too, got ${name}.outbox; leave it out, and let the code publish where it runs`;

/** Each region would be woken. */
function schedulesProblem({ service: { name, workload } }: Placed): string | undefined {
  const schedules = workload.kind === "eventDriven" ? Object.keys(workload.schedules ?? {}) : [];
  if (schedules.length === 0) return undefined;
  return `expected no schedules, which would wake the service in both regions each time, got ${name}.workload.schedules.${schedules[0]}; let a service be woken that is in one region`;
}

/** Whoever is told of events hears those of its own region. */
function publisherProblem({ service, declared }: Placed): string | undefined {
  const { workload, name } = service;
  if (workload.kind !== "eventDriven") return undefined;
  const missing = (workload.subscribes ?? []).find(
    (one) => !Object.hasOwn(declared.services, one.service),
  );
  return missing === undefined
    ? undefined
    : `expected that ${missing.service}, whose events ${name} subscribes to, is in both regions too; name it beside ${name}`;
}

/** In a region where nobody subscribes, what is published is lost. */
function subscriberProblem({
  service: { name },
  environment,
  declared,
}: Placed): string | undefined {
  const deaf = environment.services.find(
    (one) => !Object.hasOwn(declared.services, one.name) && subscribesTo(name, one),
  );
  return deaf === undefined
    ? undefined
    : `expected that ${deaf.name}, which subscribes to events of ${name}, is in both regions too; name it beside ${name}`;
}

const subscribesTo = (publisher: string, { workload }: ServiceDeclaration): boolean =>
  workload.kind === "eventDriven" &&
  (workload.subscribes ?? []).some(({ service }) => service === publisher);

/** They say names and addresses of the first region. */
const rawProblem = ({ service: { name, extend = [] } }: Placed): string | undefined =>
  extend.some(({ cloud }) => cloud === "aws")
    ? `expected no resources of its own, which would be in one region, got ${name}.extend; give them to a service that is in one`
    : undefined;

/** Of a role of IAM and of a rule of EventBridge. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST_NAME = 64;

function longNameProblem({ service, environment, declared }: Placed): string | undefined {
  const cell = cellInRegion(declared.second);
  const names = awsNames({ environment: environment.name, cell, name: service.name });
  const { workload } = service;
  const of = workload.kind === "requestDriven" ? names.handler : names.processor;
  const shifted = "rollout" in workload && workload.rollout !== undefined;
  const role = shifted ? awsShiftNames(of.function).role : of.role;
  const heard = workload.kind === "eventDriven" ? (workload.subscribes ?? []) : [];
  const rules = heard.map((one) => names.events.rule(one.service));
  const [longest = ""] = [role, ...rules].sort((a, b) => b.length - a.length);
  if (longest.length <= LONGEST_NAME) return undefined;
  return `expected a name with which roles and rules in ${declared.second} have at most ${LONGEST_NAME} characters, got ${longest}, which has ${longest.length}; shorten it by ${longest.length - LONGEST_NAME}`;
}

function healthProblem({ service, settings: { health } }: Placed): string | undefined {
  const { workload, name } = service;
  if (health === undefined) return undefined;
  if (workload.kind !== "requestDriven")
    return `expected none of ${name}, which answers no requests, got ${show(health)}; its region is judged by how late its events are (\`late\`)`;
  const isOpen = workload.routes.some(
    ({ method, path, auth }) => method === "GET" && path === health && auth === "none",
  );
  return isOpen
    ? undefined
    : `expected the path of a GET route of ${name} that says auth: "none", since Route 53 has no token, got ${show(health)}; declare the route, or leave \`health\` out`;
}

function lateProblem({ service, settings: { late }, environment }: Placed): string | undefined {
  const { workload, name } = service;
  if (late === undefined) return undefined;
  if (workload.kind !== "eventDriven")
    return `expected none of ${name}, which has no queue, got ${show(late)}; leave it out`;
  const longest = longestSeconds(settleEventDriven(workload, environment).queue);
  return seconds(late) > longest
    ? undefined
    : `expected more than the ${formatDuration(longest)} in which ${name} tries a message and sets it aside, or one bad message would move all, got ${show(late)}`;
}
