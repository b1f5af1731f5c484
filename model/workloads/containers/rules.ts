import type { ServiceDeclaration } from "../../declaration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { TIERS } from "../../network/slots";
import { show } from "../../problems";
import {
  boundsProblems,
  hostProblem,
  ownVariableProblem,
  sharedProblems,
  unbalancedProblems,
} from "../balanced/rules";
import { settleSize } from "./defaults";
import type { ContainerServiceDeclaration } from "./declaration";
import { sizeProblem, UNITS_PER_CPU } from "./sizes";

/** What the fields of a container service mean to one another, to its environment and to the cloud; paths start at the service. */
export function containerServiceProblems(
  workload: ContainerServiceDeclaration,
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const { name } = service;
  if (environment.cloud === "google") return problemIf("workload.kind", unbuilt(environment.name));
  return [
    ...problemIf("workload.kind", homelessProblem(environment)),
    ...problemIf("workload.host", hostProblem(workload, service, environment)),
    ...unbalancedProblems(workload, balancedFields(workload)),
    ...problemIf("workload.memory", memoryProblem(workload)),
    ...sharedProblems(workload),
    ...boundsProblems("tasks", workload.tasks, environment),
    ...problemIf("workload.environment", ownVariableProblem(workload, OWN_VARIABLES)),
    ...problemIf("workload.connect", connectProblem(workload, name, environment)),
  ];
}

const unbuilt = (environment: string): string =>
  `expected "eventDriven" on Google Cloud (${environment}), where container services are not built yet (docs/clouds.md); list the service in environments on AWS only, got "containerService"`;

function homelessProblem({ name, network }: AwsEnvironment): string | undefined {
  if (network === undefined) {
    return `expected \`network\` of the environment ${name}, in whose private tier containers run, got "containerService" alone`;
  }
  if (!(network.tiers ?? TIERS).includes("private")) {
    return `expected the tier "private" in \`${name}.network.tiers\`, where containers run, got ${show(network.tiers)}`;
  }
  const { nat = "none", endpoints = [] } = network;
  const missing = (["images", "logs"] as const).filter((one) => !endpoints.includes(one));
  if (nat !== "none" || missing.length === 0) return undefined;
  return `expected a way to images and logs: \`${name}.network.nat\` of "single" or "perZone", or ${missing.map((one) => JSON.stringify(one)).join(" and ")} in \`${name}.network.endpoints\`, got neither`;
}

function balancedFields(workload: ContainerServiceDeclaration) {
  const { paths, health, sharing, gracePeriod, scaling = {} } = workload;
  const { requestsPerTarget, latency } = scaling;
  return {
    ...{ paths, health, sharing, gracePeriod },
    ...{ "scaling.requestsPerTarget": requestsPerTarget, "scaling.latency": latency },
  };
}

function memoryProblem(workload: ContainerServiceDeclaration): string | undefined {
  const { cpuUnits, memoryMiB } = settleSize(workload);
  const fits = sizeProblem(cpuUnits, memoryMiB);
  return (
    fits &&
    `expected ${fits}, which is what Fargate runs with ${cpuUnits / UNITS_PER_CPU} of a CPU, got ${memoryMiB}`
  );
}

/** What the construct itself says to the container. */
const OWN_VARIABLES: readonly string[] = ["SERVICE", "ENVIRONMENT", "PORT"];

const connectOf = (workload: ContainerServiceDeclaration, service: string): string =>
  workload.connect ?? service;

function connectProblem(
  workload: ContainerServiceDeclaration,
  service: string,
  { services }: AwsEnvironment,
): string | undefined {
  const own = connectOf(workload, service);
  const other = services.find(
    (one) =>
      one.name !== service &&
      one.workload.kind === "containerService" &&
      connectOf(one.workload, one.name) === own,
  );
  return other && `expected a name of its own, got ${show(own)}, by which ${other.name} is found`;
}
