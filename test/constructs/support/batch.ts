import type { BatchJobsDeclaration, ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import { isBatch, type Batch, type Service } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import type { SynthesizedStack } from "../../../constructs/synth";
import type { TerraformJson } from "../../../constructs/terraform_json";
import { withNetwork } from "./offline_network";
import { cellOf, NETWORKED } from "./synth";

const steps = { target: 95, window: "30d", firstSteps: ["Look."] } as const;

/** Jobs with a GPU, each night, that say little more than what has no default. */
export const TRAINING = {
  name: "nightly-training",
  description: "Learns what a customer may like.",
  owner: { team: "shop", contact: "#team-shop" },
  costCenter: "cc-shop",
  workload: {
    ...{ kind: "batch", image: "1.4.2", gpus: 1, deadline: "26h" },
    schedules: { nightly: { cron: "0 3 * * ? *", timeZone: "Europe/Zurich" } },
  },
  stores: { models: { kind: "object", access: ["get", "put"] } },
  dependsOn: [],
  traffic: { averagePerSecond: 0.000_02, peakPerSecond: 1 },
  objectives: [{ ...steps, name: "done", sli: "success" }],
} as const satisfies ServiceDeclaration & { workload: BatchJobsDeclaration };

/** All that jobs may say. */
export const RENDER = {
  ...TRAINING,
  name: "render",
  workload: {
    ...{ kind: "batch", image: `sha256:${"0f".repeat(32)}`, command: ["render", "Ref::scene"] },
    ...{ gpus: 4, cpu: 48, memory: 160_000, sharedMemory: 32_000 },
    ...{ types: ["g5.12xlarge", "g6.12xlarge"], maxVcpus: 192, spot: "only" },
    ...{ timeout: "90m", attempts: 5, scratch: 500, user: "2000", environment: { DEPTH: "3" } },
    ...{ schedules: {}, logRetention: "90d" },
  },
  stores: {
    scenes: { kind: "object", access: ["get"] },
    shared: { kind: "file", mount: "/shared" },
    seen: { kind: "keyValue", partitionKey: "scene" },
  },
  objectives: [],
} as const satisfies ServiceDeclaration;

/** A job without GPUs that keeps nothing. */
export const COUNT = {
  ...TRAINING,
  name: "count",
  workload: { kind: "batch", image: "1.0.0", spot: "never" },
  stores: {},
  objectives: [],
} as const satisfies ServiceDeclaration;

/** An environment in which jobs run. */
export const JOBS = {
  ...NETWORKED,
  name: "dev-jobs",
  services: [TRAINING, RENDER, COUNT],
} as const satisfies AwsEnvironment;

/** As {@link JOBS}, in production. */
export const JOBS_PRODUCTION = {
  ...JOBS,
  name: "prod-jobs",
  stage: "production",
  network: { ...JOBS.network, nat: "perZone" },
} as const satisfies AwsEnvironment;

/** The cell, with ids in place of what a plan would ask AWS for. */
export function jobsCell(declared: AwsEnvironment = JOBS): SynthesizedStack {
  const stack = cellOf(declared);
  return { ...stack, json: withNetwork(stack.json) as TerraformJson };
}

/** `nightly-training`, settled, with this workload. */
export function settledTraining(
  workload: BatchJobsDeclaration = TRAINING.workload,
  environment: AwsEnvironment = JOBS,
): Service<Batch> {
  const [service] = settle({ ...environment, services: [{ ...TRAINING, workload }] }).services;
  if (service === undefined || !isBatch(service)) throw new Error("no jobs");
  return service;
}

/** The problems of `nightly-training` with other properties. */
export const ofTraining = (
  workload: Readonly<Record<string, unknown>>,
  environment: AwsEnvironment = JOBS,
): string[] =>
  problemsOf({
    ...environment,
    services: [
      { ...TRAINING, workload: { ...{ kind: "batch", image: "1.4.2" }, ...workload } as never },
    ],
  }).map(({ path, message }) => `${path}: ${message}`);
