import type { EventDrivenDeclaration, ServiceDeclaration } from "../declaration";
import { derivedVisibilitySeconds, settleProcessor, settleQueue } from "../defaults";
import { formatDuration, seconds } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import { subscriptionProblems } from "../events/rules";
import { problemIf, type FieldProblem } from "../indicators/base";
import { schedulesProblems } from "../schedules/rules";
import { show } from "../problems";

/** What the fields of an event-driven workload mean to one another and to the cloud; paths start at the service. */
export function eventDrivenProblems(
  workload: EventDrivenDeclaration,
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  return [
    ...queueProblems(workload, environment),
    ...problemIf("workload.processor.logRetention", logRetentionProblem(workload, environment)),
    ...orderProblems(workload, environment),
    ...problemIf("workload.queue.batch.window", batchProblem(workload, environment)),
    ...problemIf("workload.processor.timeout", timeoutProblem(workload, environment)),
    ...problemIf(
      "workload.processor.maximumConcurrency",
      concurrencyProblem(workload, environment),
    ),
    ...problemIf("stores", storesProblem(service)),
    ...subscriptionProblems(workload, service, environment),
    ...schedulesProblems(
      workload.schedules,
      { service: service.name, ordered: workload.queue?.ordered ?? false },
      environment,
    ),
  ];
}

export function queueProblems(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const short = (property: "retention" | "deadLetterRetention") =>
    shortRetentionProblem(workload, environment, property);
  return [
    ...problemIf("workload.queue.attempts", attemptsProblem(workload, environment)),
    ...problemIf("workload.queue.visibilityTimeout", visibilityProblem(workload, environment)),
    ...problemIf("workload.queue.retention", short("retention")),
    ...problemIf(
      "workload.queue.deadLetterRetention",
      retentionProblem(workload, environment) ?? short("deadLetterRetention"),
    ),
  ];
}

/** @see https://cloud.google.com/pubsub/docs/handling-failures#dead_letter_topic (5 to 100 attempts) */
function attemptsProblem(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const declared = workload.queue?.attempts;
  if (environment.cloud !== "google" || declared === undefined || declared >= 5) return undefined;
  return `expected 5 to 100 on Google Cloud (${environment.name}), whose dead-letter policy allows no fewer, got ${declared}`;
}

function visibilityProblem(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const declared = workload.queue?.visibilityTimeout;
  if (declared === undefined) return undefined;
  if (environment.cloud === "google") {
    return `expected nothing on Google Cloud (${environment.name}), which derives the acknowledgement deadline from the processor's timeout, got ${show(declared)}`;
  }
  const { timeoutSeconds, batchWindowSeconds } = settledTimes(workload, environment);
  const derived = derivedVisibilitySeconds(timeoutSeconds, batchWindowSeconds);
  if (seconds(declared) >= derived) return undefined;
  return `expected at least "${derived}s" (6 x the processor's timeout of ${timeoutSeconds} s + the batch window of ${batchWindowSeconds} s, never under 300 s), got ${show(declared)}; raise it to "${derived}s" or leave it out`;
}

function settledTimes(workload: EventDrivenDeclaration, environment: EnvironmentDeclaration) {
  return {
    timeoutSeconds: settleProcessor(workload, environment).timeoutSeconds,
    batchWindowSeconds: settleQueue(workload, environment).batchWindowSeconds,
  };
}

function retentionProblem(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const queue = settleQueue(workload, environment);
  if (queue.deadLetterRetentionSeconds >= queue.retentionSeconds) return undefined;
  return `expected at least the queue's retention of "${formatDuration(queue.retentionSeconds)}": a message keeps its age when it is set aside, got "${formatDuration(queue.deadLetterRetentionSeconds)}"`;
}

/** @see https://cloud.google.com/pubsub/docs/subscription-properties#message_retention_duration */
function shortRetentionProblem(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
  property: "retention" | "deadLetterRetention",
): string | undefined {
  const declared = workload.queue?.[property];
  if (environment.cloud !== "google" || declared === undefined) return undefined;
  if (seconds(declared) >= 600) return undefined;
  return `expected at least "10m" on Google Cloud (${environment.name}), whose subscriptions keep messages no shorter, got ${show(declared)}`;
}

/** @see https://cloud.google.com/logging/quotas#logs_retention_periods */
function logRetentionProblem(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const { logRetentionDays } = settleProcessor(workload, environment);
  if (environment.cloud !== "google" || logRetentionDays <= 3650) return undefined;
  return `expected at most "3650d" on Google Cloud (${environment.name}), here or as the environment's logRetention, got "${logRetentionDays}d"`;
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
function batchProblem(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const { batchSize, batchWindowSeconds } = settleQueue(workload, environment);
  if (
    environment.cloud !== "aws" ||
    workload.queue?.ordered ||
    batchSize <= 10 ||
    batchWindowSeconds >= 1
  )
    return undefined;
  return `expected at least "1s" for batches over 10 messages (here ${batchSize}), got "${batchWindowSeconds}s"`;
}

/**
 * A queue that keeps order hands over up to 10 messages, as soon as they are there.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html
 */
function orderProblems(
  { queue = {} }: EventDrivenDeclaration,
  { cloud, name }: EnvironmentDeclaration,
): FieldProblem[] {
  if (queue.ordered !== true) return [];
  if (cloud === "google") {
    const unbuilt = `expected false on Google Cloud (${name}), where ordered subscriptions are not built yet (docs/clouds.md), got true`;
    return problemIf("workload.queue.ordered", unbuilt);
  }
  const { size = 10, window = "0s" } = queue.batch ?? {};
  const most = `expected at most 10, the most that is taken from an ordered queue at once, got ${size}`;
  const none = `expected "0s" or nothing: from an ordered queue messages are taken as soon as they are there, got ${show(window)}`;
  return [
    ...problemIf("workload.queue.batch.size", size > 10 ? most : undefined),
    ...problemIf("workload.queue.batch.window", seconds(window) > 0 ? none : undefined),
  ];
}

/** A push subscription waits at most 600 s for the acknowledgement. */
function timeoutProblem(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const declared = workload.processor?.timeout;
  const limit = 590;
  if (environment.cloud !== "google" || declared === undefined) return undefined;
  if (seconds(declared) <= limit) return undefined;
  return `expected at most "${limit}s" on Google Cloud (${environment.name}), whose push subscriptions wait 600 s for an answer, got ${show(declared)}`;
}

function concurrencyProblem(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const { maximumConcurrency, reservedConcurrency } = settleProcessor(workload, environment);
  if (environment.cloud !== "aws") return undefined;
  if (maximumConcurrency < 2) {
    return `expected 2 to 1000, the range of SQS pollers; reserve at least 2, got ${maximumConcurrency}`;
  }
  if (maximumConcurrency <= reservedConcurrency) return undefined;
  return `expected at most the reserved concurrency of ${reservedConcurrency}, else the poller's calls are throttled and count as attempts, got ${maximumConcurrency}`;
}

function storesProblem({ stores }: ServiceDeclaration): string | undefined {
  const tables = Object.entries(stores).filter(([, { kind }]) => kind === "keyValue");
  const names = tables.map(([name]) => name);
  if (names.length === 1 && names[0] === "state") return undefined;
  return `expected one key-value store named "state", where an event-driven processor keeps its records, got ${names.length === 0 ? "none" : names.join(", ")}`;
}
