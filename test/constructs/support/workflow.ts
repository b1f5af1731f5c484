import { dev } from "../../../environments/dev";
import type { ServiceDeclaration, WorkflowDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import { isWorkflow, type Service, type Workflow } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";

const steps = { target: 99.5, window: "30d", firstSteps: ["Look."] } as const;

/** A saga that says only what has no default, and promises all that can be promised of one. */
export const FULFILMENT = {
  name: "fulfilment",
  description: "Fulfils what customers ordered.",
  owner: { team: "shop", contact: "#team-shop" },
  costCenter: "cc-shop",
  workload: {
    kind: "workflow",
    code: "functions/fulfilment",
    saga: {
      steps: [
        { name: "reserve-stock", compensate: "release-stock" },
        { name: "take-payment", compensate: "pay-back" },
        { name: "ship" },
      ],
    },
  },
  stores: {
    state: { kind: "keyValue", partitionKey: "key", access: ["get", "put", "update"] },
  },
  dependsOn: [],
  traffic: { averagePerSecond: 2, peakPerSecond: 20 },
  objectives: [
    { ...steps, name: "done", sli: "success" },
    { ...steps, name: "soon", sli: "freshness", threshold: "5m" },
    { ...steps, name: "fast", sli: "latency", threshold: "10s" },
  ],
} as const satisfies ServiceDeclaration & { workload: WorkflowDeclaration };

/** States that are no saga: what was checked decides, and nobody waits for long. */
export const STATES = {
  kind: "workflow",
  code: "functions/fulfilment",
  start: "check",
  states: {
    check: { type: "task", next: "decide", catch: [{ errors: ["Refused"], next: "lost" }] },
    decide: {
      type: "choice",
      choices: [
        { variable: "$.answer.value.verdict", equals: "later ${x}", next: "pause" },
        { variable: "$.event.data.total", equals: 0, next: "over" },
        { variable: "$.event.data.gift", equals: true, next: "over" },
      ],
      otherwise: "keep",
    },
    pause: { type: "wait", for: "5m", next: "check" },
    keep: { type: "task", attempts: 1 },
    over: { type: "succeed" },
    lost: { type: "fail", error: "Lost", cause: "Nobody has ${it}." },
  },
} as const satisfies WorkflowDeclaration;

/** An environment with a workflow and no network. */
export const WORKED = {
  ...{ ...dev, network: undefined as never, dns: undefined as never, edge: undefined as never },
  name: "dev-flow",
  services: [FULFILMENT],
} as const satisfies AwsEnvironment;

/** As {@link WORKED}, in production. */
export const WORKED_PRODUCTION = {
  ...WORKED,
  name: "prod-flow",
  stage: "production",
} as const satisfies AwsEnvironment;

/** As {@link WORKED}, with states that are no saga, express. */
export const WORKED_EXPRESS = {
  ...WORKED,
  name: "dev-xflow",
  services: [{ ...FULFILMENT, workload: { ...STATES, type: "express" } }],
} as const satisfies AwsEnvironment;

/** `fulfilment`, settled, with this workload. */
export function settledFulfilment(
  workload: WorkflowDeclaration = FULFILMENT.workload,
  environment: AwsEnvironment = WORKED,
): Service<Workflow> {
  const [service] = settle({ ...environment, services: [{ ...FULFILMENT, workload }] }).services;
  if (service === undefined || !isWorkflow(service)) throw new Error("no workflow");
  return service;
}

/** The problems of `fulfilment` with other properties. */
export const ofFulfilment = (
  workload: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>> = {},
): string[] =>
  problemsOf({
    ...WORKED,
    services: [{ ...FULFILMENT, ...change, workload: workload as never }],
  }).map(({ path, message }) => `${path}: ${message}`);
