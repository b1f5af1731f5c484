import { slosOf, type Slo } from "../../dashboards/slo/slo";
import { dev } from "../../environments/dev";
import { devGcp } from "../../environments/dev-gcp";
import { orders } from "../../environments/services/orders";
import { storefront } from "../../environments/services/storefront";
import type { ObjectiveDeclaration, ServiceDeclaration } from "../../model/declaration";
import { TRAINING } from "../constructs/support/batch";
import { CONTRACTS, REVIEWS } from "../constructs/support/graphql";
import { FORECASTS, RECOMMENDATIONS } from "../constructs/support/inference";
import { FULFILMENT } from "../constructs/support/workflow";
import { settle, type Environment } from "../../model/settle";

const base = { target: 99.5, window: "30d", firstSteps: ["Look."] } as const;

/** Every way in which something can be promised, beside what `orders` promises. */
const BOTH: readonly ObjectiveDeclaration[] = [
  { ...base, name: "handled-minutes", sli: "success", sliceTarget: 99 },
  { ...base, name: "fast-minutes", sli: "latency", threshold: "800ms", sliceTarget: 95 },
  { ...base, name: "throughput", sli: "throughput", perSecond: 20 },
];

/** What the service's own code counts is the same on both clouds. */
export const BUSINESS: ObjectiveDeclaration = {
  ...base,
  name: "accepted",
  sli: "business",
  metric: "orders.placed",
  unit: "{order}",
  good: { "order.outcome": ["accepted", "queued"] },
  of: { "order.outcome": ["accepted", "queued", "failed"] },
  perDay: 20_000,
  quietFor: "3d",
};

const GOOGLE: readonly ObjectiveDeclaration[] = [
  { ...base, name: "fast", sli: "latency", threshold: "800ms" },
];

/** Of requests, beside what `storefront` promises. */
const REQUESTS: readonly ObjectiveDeclaration[] = [
  { ...base, name: "answered-minutes", sli: "availability", sliceTarget: 99 },
  { ...base, name: "throughput", sli: "throughput", perSecond: 50 },
];

/** Of a container service: all that its load balancer counts. */
const BALANCED: readonly ObjectiveDeclaration[] = [
  { ...base, name: "answered", sli: "availability" },
  { ...base, name: "answered-minutes", sli: "availability", sliceTarget: 99 },
  { ...base, name: "fast", sli: "latency", threshold: "300ms" },
  { ...base, name: "throughput", sli: "throughput", perSecond: 50 },
];

const BASKET: ServiceDeclaration = {
  ...storefront,
  name: "basket",
  workload: { kind: "containerService", image: "1.4.2", host: "basket" },
  objectives: BALANCED,
};

/** Of a GraphQL API: all that it and its function count. */
const GRAPHED: ServiceDeclaration = {
  ...REVIEWS,
  objectives: [
    ...REVIEWS.objectives,
    { ...base, name: "answered-minutes", sli: "availability", sliceTarget: 99 },
  ],
};

/** Of a workflow: all that its executions and its queue count. */
const WORKFLOW: ServiceDeclaration = {
  ...FULFILMENT,
  objectives: [
    ...FULFILMENT.objectives,
    { ...base, name: "done-minutes", sli: "success", sliceTarget: 99 },
  ],
};

/** Of jobs: how they end. */
const JOBS: ServiceDeclaration = {
  ...TRAINING,
  objectives: [
    ...TRAINING.objectives,
    { ...base, name: "done-minutes", sli: "success", sliceTarget: 99 },
  ],
};

/** Of inference: all that CloudWatch counts of who waits for an answer. */
const INFERRED: ServiceDeclaration = {
  ...RECOMMENDATIONS,
  objectives: [
    ...RECOMMENDATIONS.objectives,
    { ...base, name: "answered-minutes", sli: "availability", sliceTarget: 99 },
  ],
};

export function environmentOfIndicators(name: "dev" | "dev-gcp"): Environment {
  const ofEvents = { ...orders, objectives: [...BOTH, BUSINESS] };
  return name === "dev"
    ? settle(
        {
          ...dev,
          services: [
            ...[ofEvents, { ...storefront, objectives: REQUESTS }, BASKET, GRAPHED, WORKFLOW],
            ...[JOBS, INFERRED, FORECASTS],
          ],
        },
        {},
        CONTRACTS,
      )
    : settle({ ...devGcp, services: [{ ...orders, objectives: [...BOTH, ...GOOGLE] }] });
}

export const slosOfIndicators = (name: "dev" | "dev-gcp"): Slo[] => {
  const environment = environmentOfIndicators(name);
  return environment.services.flatMap((service) => slosOf(service, environment));
};
