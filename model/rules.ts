import { Decimal } from "decimal.js";
import type { ObjectiveDeclaration, ServiceDeclaration } from "./declaration";
import { dependencyProblems } from "./dependencies";
import { formatDuration, seconds } from "./duration";
import type { EnvironmentDeclaration, Exemption, FreezeException } from "./environment";
import { objectiveProblems } from "./indicators";
import { unmanageable } from "./managed";
import { maintenanceProblems } from "./maintenance";
import { show, type Problem } from "./problems";
import { burnTiers } from "./burn";
import { derivedVisibilitySeconds, settleQueue, settleProcessor } from "./defaults";

/** What fields mean to one another and to the cloud. Runs only on a declaration whose shape holds. */
export function serviceProblems(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): Problem[] {
  const at = (path: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path: `${service.name}.${path}`, message }];
  return [
    ...at("workload.queue.attempts", attemptsProblem(service, environment)),
    ...at("workload.queue.visibilityTimeout", visibilityProblem(service, environment)),
    ...at("workload.queue.retention", shortRetentionProblem(service, environment, "retention")),
    ...at(
      "workload.queue.deadLetterRetention",
      retentionProblem(service, environment) ??
        shortRetentionProblem(service, environment, "deadLetterRetention"),
    ),
    ...at("workload.processor.logRetention", logRetentionProblem(service, environment)),
    ...at("workload.queue.batch.window", batchProblem(service, environment)),
    ...at("workload.processor.timeout", timeoutProblem(service, environment)),
    ...at("workload.processor.maximumConcurrency", concurrencyProblem(service, environment)),
    ...at("stores", storesProblem(service)),
    ...at("traffic.peakPerSecond", peakProblem(service)),
    ...service.objectives.flatMap((objective, index) =>
      at(`objectives[${index}].target`, reachableProblem(objective)),
    ),
    ...service.objectives.flatMap((objective, index) =>
      objectiveProblems(objective, { service, environment }).flatMap(({ field, message }) =>
        at(`objectives[${index}].${field}`, message),
      ),
    ),
    ...maintenanceProblems(service.maintenance ?? [], `${service.name}.maintenance`),
    ...at("objectives", duplicateProblem(service.objectives.map((objective) => objective.name))),
    ...at(
      "extend",
      duplicateProblem((service.extend ?? []).map(({ type, id }) => `${type}.${id}`)),
    ),
  ];
}

/** @see https://cloud.google.com/pubsub/docs/handling-failures#dead_letter_topic (5 to 100 attempts) */
function attemptsProblem(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const declared = service.workload.queue?.attempts;
  if (environment.cloud !== "google" || declared === undefined || declared >= 5) return undefined;
  return `expected 5 to 100 on Google Cloud (${environment.name}), whose dead-letter policy allows no fewer, got ${declared}`;
}

function visibilityProblem(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const declared = service.workload.queue?.visibilityTimeout;
  if (declared === undefined) return undefined;
  if (environment.cloud === "google") {
    return `expected nothing on Google Cloud (${environment.name}), which derives the acknowledgement deadline from the processor's timeout, got ${show(declared)}`;
  }
  const { timeoutSeconds, batchWindowSeconds } = settledTimes(service, environment);
  const derived = derivedVisibilitySeconds(timeoutSeconds, batchWindowSeconds);
  if (seconds(declared) >= derived) return undefined;
  return `expected at least "${derived}s" (6 x the processor's timeout of ${timeoutSeconds} s + the batch window of ${batchWindowSeconds} s, never under 300 s), got ${show(declared)}; raise it to "${derived}s" or leave it out`;
}

function settledTimes(service: ServiceDeclaration, environment: EnvironmentDeclaration) {
  return {
    timeoutSeconds: settleProcessor(service.workload, environment).timeoutSeconds,
    batchWindowSeconds: settleQueue(service.workload, environment).batchWindowSeconds,
  };
}

function retentionProblem(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const queue = settleQueue(service.workload, environment);
  if (queue.deadLetterRetentionSeconds >= queue.retentionSeconds) return undefined;
  return `expected at least the queue's retention of "${formatDuration(queue.retentionSeconds)}": a message keeps its age when it is set aside, got "${formatDuration(queue.deadLetterRetentionSeconds)}"`;
}

/** @see https://cloud.google.com/pubsub/docs/subscription-properties#message_retention_duration */
function shortRetentionProblem(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
  property: "retention" | "deadLetterRetention",
): string | undefined {
  const declared = service.workload.queue?.[property];
  if (environment.cloud !== "google" || declared === undefined) return undefined;
  if (seconds(declared) >= 600) return undefined;
  return `expected at least "10m" on Google Cloud (${environment.name}), whose subscriptions keep messages no shorter, got ${show(declared)}`;
}

/** @see https://cloud.google.com/logging/quotas#logs_retention_periods */
function logRetentionProblem(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const { logRetentionDays } = settleProcessor(service.workload, environment);
  if (environment.cloud !== "google" || logRetentionDays <= 3650) return undefined;
  return `expected at most "3650d" on Google Cloud (${environment.name}), here or as the environment's logRetention, got "${logRetentionDays}d"`;
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
function batchProblem(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const { batchSize, batchWindowSeconds } = settleQueue(service.workload, environment);
  if (environment.cloud !== "aws" || batchSize <= 10 || batchWindowSeconds >= 1) return undefined;
  return `expected at least "1s" for batches over 10 messages (here ${batchSize}), got "${batchWindowSeconds}s"`;
}

/** A push subscription waits at most 600 s for the acknowledgement. */
function timeoutProblem(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const declared = service.workload.processor?.timeout;
  const limit = 590;
  if (environment.cloud !== "google" || declared === undefined) return undefined;
  if (seconds(declared) <= limit) return undefined;
  return `expected at most "${limit}s" on Google Cloud (${environment.name}), whose push subscriptions wait 600 s for an answer, got ${show(declared)}`;
}

function concurrencyProblem(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const { maximumConcurrency, reservedConcurrency } = settleProcessor(
    service.workload,
    environment,
  );
  if (environment.cloud !== "aws") return undefined;
  if (maximumConcurrency < 2) {
    return `expected 2 to 1000, the range of SQS pollers; reserve at least 2, got ${maximumConcurrency}`;
  }
  if (maximumConcurrency <= reservedConcurrency) return undefined;
  return `expected at most the reserved concurrency of ${reservedConcurrency}, else the poller's calls are throttled and count as attempts, got ${maximumConcurrency}`;
}

function storesProblem(service: ServiceDeclaration): string | undefined {
  const names = Object.keys(service.stores);
  if (names.length === 1 && names[0] === "state") return undefined;
  return `expected one store named "state", where an event-driven processor keeps its records, got ${names.length === 0 ? "none" : names.join(", ")}`;
}

function peakProblem({ traffic }: ServiceDeclaration): string | undefined {
  if (traffic.peakPerSecond >= traffic.averagePerSecond) return undefined;
  return `expected at least the average of ${traffic.averagePerSecond}, got ${traffic.peakPerSecond}`;
}

/** An alert on `factor x budget` of 1 or more can never fire. SRE workbook, chapter 5, "Extreme availability goals". */
function reachableProblem(objective: ObjectiveDeclaration): string | undefined {
  const highest = Decimal.max(...burnTiers(objective.window).map(({ factor }) => factor));
  const lowest = new Decimal(100).minus(new Decimal(100).dividedBy(highest));
  if (new Decimal(objective.target).greaterThan(lowest)) return undefined;
  const bound = lowest.toDecimalPlaces(2, Decimal.ROUND_UP);
  return `expected at least ${bound}: below it, a burn of ${highest} x the budget is more than every event failing, so the first page could never fire, got ${objective.target}`;
}

function duplicateProblem(names: readonly string[]): string | undefined {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : `expected each name once, got ${show(twice)} twice`;
}

/** What an environment's own fields mean to one another. */
export function environmentProblems(environment: EnvironmentDeclaration): Problem[] {
  const names = environment.services.map((service) => service.name);
  const twice = duplicateProblem(names);
  return [
    ...(twice === undefined ? [] : [{ path: `${environment.name}.services`, message: twice }]),
    ...dependencyProblems(environment),
    ...managedProblems(environment),
    ...unmanageable(environment),
    ...maintenanceProblems(environment.maintenance ?? [], `${environment.name}.maintenance`),
    ...(environment.exemptions ?? []).flatMap((exemption, index) =>
      timeProblems(exemption, `${environment.name}.exemptions[${index}]`, LONGEST_EXEMPTION_DAYS),
    ),
    ...(environment.freezeExceptions ?? []).flatMap((exception, index) =>
      exceptionProblems(exception, `${environment.name}.freezeExceptions[${index}]`, environment),
    ),
  ];
}

/** A managed engine tells only what lies where it does. */
function managedProblems(environment: EnvironmentDeclaration): Problem[] {
  const { part, expected } = reachOf(environment);
  const told: Readonly<Record<string, string>> = { ...environment.managedAlerting };
  return Object.entries(told)
    .filter(([, address]) => !address.includes(part))
    .map(([kind, address]) => ({
      path: `${environment.name}.managedAlerting.${kind}`,
      message: `expected ${expected}, got ${show(address)}`,
    }));
}

function reachOf(environment: EnvironmentDeclaration) {
  if (environment.cloud === "google") {
    const { project } = environment;
    return {
      part: `projects/${project}/`,
      expected: `a channel of the project ${project}, the only ones that its alerts may call`,
    };
  }
  const { account, region } = environment;
  return {
    part: `:sns:${region}:${account}:`,
    expected: `a topic of the account ${account} in ${region}, the only ones that the managed Alertmanager may call`,
  };
}

const LONGEST_EXEMPTION_DAYS = 90;
const LONGEST_EXCEPTION_DAYS = 7;

function timeProblems(
  { granted, expires }: Pick<Exemption, "granted" | "expires">,
  path: string,
  longest: number,
): Problem[] {
  const days = (Date.parse(expires) - Date.parse(granted)) / 86_400_000;
  if (days >= 0 && days <= longest) return [];
  const message = `expected a day at most ${longest} days after ${granted}, got ${show(expires)}`;
  return [{ path: `${path}.expires`, message }];
}

function exceptionProblems(
  exception: FreezeException,
  path: string,
  environment: EnvironmentDeclaration,
): Problem[] {
  const at = (field: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path: `${path}${field}`, message }];
  return [
    ...at("", placeProblem(exception)),
    ...at(".service", unknownServiceProblem(exception, environment)),
    ...at(".approver", sameSignerProblem(exception)),
    ...timeProblems(exception, path, LONGEST_EXCEPTION_DAYS),
  ];
}

function placeProblem({ service, stack }: FreezeException): string | undefined {
  if ((service === undefined) !== (stack === undefined)) return undefined;
  return `expected one of service and stack, got ${service === undefined ? "none" : "both"}`;
}

function unknownServiceProblem(
  { service }: FreezeException,
  { name, services }: EnvironmentDeclaration,
): string | undefined {
  const known = services.map((one) => one.name);
  if (service === undefined || known.includes(service)) return undefined;
  return `expected a service of the environment ${name} (${known.join(", ")}), got ${show(service)}`;
}

function sameSignerProblem({ owner, approver }: FreezeException): string | undefined {
  if (owner.trim().toLowerCase() !== approver.trim().toLowerCase()) return undefined;
  return `expected somebody else than the owner, got ${show(approver)}`;
}
