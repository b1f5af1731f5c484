import type {
  EventDrivenDeclaration,
  FunctionBase,
  ServiceDeclaration,
  StoreDeclaration,
} from "./declaration";
import { seconds } from "./duration";
import type { EnvironmentDeclaration } from "./environment";
import { settleSubscriptions } from "./events/settled";
import { settleSchedules } from "./schedules/settled";
import type { EventDriven, Processor, Queue, ServiceFunction, Store } from "./service";
import { settleKeyValueStore } from "./stores/key_value_defaults";
import { settleFileStore } from "./stores/file_defaults";
import { settleCacheStore, settleRelationalStore } from "./stores/networked_defaults";
import { settleObjectStore } from "./stores/object_defaults";

/** Every default of the declaration, settled once. */

/** AWS's guidance: six times the function's timeout plus the batch window; Plinth's floor is 5 minutes. */
export function derivedVisibilitySeconds(
  timeoutSeconds: number,
  batchWindowSeconds: number,
): number {
  return Math.max(300, 6 * timeoutSeconds + batchWindowSeconds);
}

/** Pub/Sub redelivers when no answer came within the deadline: the timeout and 10 s for the answer's way back. */
function acknowledgementDeadlineSeconds(timeoutSeconds: number): number {
  return Math.min(600, timeoutSeconds + 10);
}

/** Google's dead-letter policy allows no fewer than 5. */
const DEFAULT_ATTEMPTS = { aws: 3, google: 5 } as const;

const QUEUE_DEFAULTS = { retention: "4d", deadLetterRetention: "14d" } as const;

const BATCH_DEFAULTS = { size: 10, window: "5s" } as const;

export const settleEventDriven = (
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): EventDriven => ({
  kind: workload.kind,
  code: workload.code,
  queue: settleQueue(workload, environment),
  processor: settleProcessor(workload, environment),
  subscriptions: settleSubscriptions(workload, environment),
  schedules: settleSchedules(workload.schedules),
});

export function settleQueue(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): Queue {
  const { timeoutSeconds } = settleProcessor(workload, environment);
  const queue = { ...QUEUE_DEFAULTS, ...workload.queue };
  const { ordered = false } = queue;
  const batch = { ...BATCH_DEFAULTS, ...(ordered && { window: "0s" as const }), ...queue.batch };
  const batchWindowSeconds = seconds(batch.window);
  const derived =
    environment.cloud === "aws"
      ? derivedVisibilitySeconds(timeoutSeconds, batchWindowSeconds)
      : acknowledgementDeadlineSeconds(timeoutSeconds);
  return {
    ordered,
    attempts: queue.attempts ?? DEFAULT_ATTEMPTS[environment.cloud],
    visibilityTimeoutSeconds: secondsOr(queue.visibilityTimeout, derived),
    retentionSeconds: seconds(queue.retention),
    deadLetterRetentionSeconds: seconds(queue.deadLetterRetention),
    batchSize: batch.size,
    batchWindowSeconds,
  };
}

function secondsOr(declared: Parameters<typeof seconds>[0] | undefined, derived: number): number {
  return declared === undefined ? derived : seconds(declared);
}

export function settleProcessor(
  workload: EventDrivenDeclaration,
  environment: EnvironmentDeclaration,
): Processor {
  const declared = workload.processor ?? {};
  const reservedConcurrency = declared.reservedConcurrency ?? 100;
  return {
    ...settleFunction(declared, environment),
    timeoutSeconds: seconds(declared.timeout ?? "60s"),
    reservedConcurrency,
    maximumConcurrency: declared.maximumConcurrency ?? Math.min(reservedConcurrency, 1_000),
  };
}

/** What is the same for every function, whatever calls it. */
export function settleFunction(
  declared: FunctionBase,
  environment: EnvironmentDeclaration,
): Pick<ServiceFunction, "memoryMiB" | "architecture" | "logRetentionDays"> {
  return {
    memoryMiB: declared.memory ?? 512,
    architecture: declared.architecture ?? "arm64",
    logRetentionDays:
      declared.logRetention === undefined
        ? settleLogRetentionDays(environment)
        : seconds(declared.logRetention) / 86_400,
  };
}

/** Days for which an environment keeps logs. */
export function settleLogRetentionDays(environment: EnvironmentDeclaration): number {
  const standard = environment.stage === "production" ? "90d" : "30d";
  return seconds(environment.logRetention ?? standard) / 86_400;
}

export function settleStore(
  name: string,
  store: StoreDeclaration,
  environment: EnvironmentDeclaration,
  workload: ServiceDeclaration["workload"],
): Store {
  if (store.kind === "object") return settleObjectStore(name, store, environment);
  if (store.kind === "relational") return settleRelationalStore(name, store, environment);
  if (store.kind === "cache") return settleCacheStore(name, store, environment);
  if (store.kind === "file") return settleFileStore(name, store, environment, workload);
  return settleKeyValueStore(name, store, environment);
}
