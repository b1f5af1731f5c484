import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { RolloutDeclaration, ServiceDeclaration } from "../../../model/declaration";
import type { EnvironmentDeclaration } from "../../../model/environment";
import type { Service } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import { SEARCH } from "./machines";
import { CONTAINED } from "./synth";

/** The service of the environment `dev-box` whose requests its load balancer counts. */
const [SHOP] = CONTAINED.services;

const PROMISES: ServiceDeclaration["objectives"] = [
  { name: "answered", sli: "availability", target: 99.9, window: "30d", firstSteps: ["Look."] },
  {
    ...{ name: "fast", sli: "latency", threshold: "300ms", target: 99.5, window: "30d" },
    firstSteps: ["Look."],
  },
];

/** The same service with new versions that take over as said. */
export const rolled = (
  service: ServiceDeclaration,
  rollout: RolloutDeclaration,
): ServiceDeclaration => ({
  ...service,
  workload: { ...service.workload, rollout } as ServiceDeclaration["workload"],
});

/** `storefront` without warm instances, and with new versions that take over as said. */
export const rolledApi = (rollout: RolloutDeclaration): ServiceDeclaration =>
  rolled(
    {
      ...storefront,
      workload: {
        ...storefront.workload,
        function: { timeout: "5s" },
      } as typeof storefront.workload,
    },
    rollout,
  );

/** `orders`, the same. */
export const rolledEvents = (rollout: RolloutDeclaration): ServiceDeclaration =>
  rolled(orders, rollout);

/** A container service with objectives. */
export const PROMISING: ServiceDeclaration = { ...SHOP, objectives: PROMISES, dependsOn: [] };

/** Machines with objectives. */
export const PROMISING_MACHINES: ServiceDeclaration = {
  ...SEARCH,
  workload: { ...SEARCH.workload, image: "ami-0123456789abcdef0" },
  objectives: PROMISES,
};

/** An environment with one service in a network. */
export const boxOf = (...services: readonly ServiceDeclaration[]): EnvironmentDeclaration => ({
  ...CONTAINED,
  network: { ...CONTAINED.network, nat: "single" },
  services,
});

/** What is wrong with one service on AWS, each problem as it is printed. */
export const problemsOfRollout = (
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration = { ...dev, services: [] },
): string[] =>
  problemsOf({ ...environment, services: [service] }).map(
    ({ path, message }) => `${path}: ${message}`,
  );

/** @throws when the environment settles to no service */
export function settledOne(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration = { ...dev, services: [] },
): Service {
  const [settled] = settle({ ...environment, services: [service] }).services;
  if (settled === undefined) throw new Error("expected a service");
  return settled;
}
