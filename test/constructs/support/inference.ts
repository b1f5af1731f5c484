import { dev } from "../../../environments/dev";
import type { InferenceDeclaration, ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import { isInference, type Inference, type Service } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import { orders } from "../../../environments/services/orders";

const base = { target: 99.5, window: "30d", firstSteps: ["Look."] } as const;

/** What is answered in real time, and promises all that can be promised of it. */
export const RECOMMENDATIONS = {
  name: "recommendations",
  description: "Ranks what a customer may like.",
  owner: { team: "shop", contact: "#team-shop" },
  costCenter: "cc-shop",
  workload: {
    kind: "inference",
    image: { repository: "pytorch-inference", tag: "2.6.0-cpu-py312-ubuntu22.04-sagemaker" },
    model: { store: "models", key: "ranker/7/model.tar.gz" },
    serve: { mode: "realTime", instanceType: "ml.c7i.large", instances: { min: 2, max: 6 } },
    rollout: { strategy: "canary", percent: 50 },
  },
  stores: { models: { kind: "object" } },
  dependsOn: [],
  traffic: { averagePerSecond: 5, peakPerSecond: 30 },
  objectives: [
    { ...base, name: "answered", sli: "availability" },
    { ...base, name: "fast", sli: "latency", threshold: "200ms" },
  ],
} as const satisfies ServiceDeclaration & { workload: InferenceDeclaration };

/** What is asked one day and answered another: nothing runs meanwhile. */
export const FORECASTS = {
  ...RECOMMENDATIONS,
  name: "forecasts",
  description: "Says how much of each thing will be sold.",
  workload: {
    kind: "inference",
    image: "1.4.2",
    model: { store: "models", key: "sales/3/model.tar.gz" },
    serve: { mode: "async", instanceType: "ml.g5.xlarge", store: "answers" },
  },
  stores: { models: { kind: "object" }, answers: { kind: "object", expireAfter: "30d" } },
  traffic: { averagePerSecond: 0.01, peakPerSecond: 1 },
  objectives: [
    { ...base, name: "done", sli: "success" },
    { ...base, name: "soon", sli: "freshness", threshold: "30m" },
  ],
} as const satisfies ServiceDeclaration & { workload: InferenceDeclaration };

/** What is asked now and then. */
export const SPAM = {
  ...RECOMMENDATIONS,
  name: "spam",
  description: "Says whether a review is spam.",
  workload: {
    kind: "inference",
    image: "1.4.2",
    model: { store: "models", key: "spam/1/model.tar.gz" },
    serve: { mode: "serverless", provisioned: 2 },
  },
} as const satisfies ServiceDeclaration & { workload: InferenceDeclaration };

/** `orders`, whose processor asks two of them. */
export const ASKING: ServiceDeclaration = {
  ...orders,
  invokes: ["recommendations", "forecasts"],
};

/** An environment with endpoints of each kind and a function that asks them. */
export const SERVED = {
  ...{ ...dev, dns: undefined as never, edge: undefined as never },
  name: "dev-infer",
  services: [ASKING, RECOMMENDATIONS, FORECASTS, SPAM],
} as const satisfies AwsEnvironment;

/** As {@link SERVED}, in production. */
export const SERVED_PRODUCTION: AwsEnvironment = {
  ...SERVED,
  name: "prod-infer",
  stage: "production",
  network: { ...(dev.network as NonNullable<AwsEnvironment["network"]>), nat: "perZone" },
};

/** `recommendations` settled, with this workload. */
export function settledInference(
  workload: InferenceDeclaration = RECOMMENDATIONS.workload,
  change: Partial<ServiceDeclaration> = {},
  environment: AwsEnvironment = SERVED,
): Service<Inference> {
  const service = { ...RECOMMENDATIONS, ...change, workload };
  const [settled] = settle({ ...environment, services: [service] }).services;
  if (settled === undefined || !isInference(settled)) throw new Error("no inference");
  return settled;
}

/** The problems of `recommendations` with other properties. */
export const ofInference = (
  workload: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>> = {},
  environment: AwsEnvironment = SERVED,
): string[] =>
  problemsOf({
    ...environment,
    services: [
      {
        ...RECOMMENDATIONS,
        ...change,
        workload: { ...RECOMMENDATIONS.workload, ...workload } as never,
      },
    ],
  }).map(({ path, message }) => `${path}: ${message}`);
