import type { ServiceDeclaration } from "../../declaration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { TIERS } from "../../network/slots";
import { show } from "../../problems";
import { settleHealth, settleSize, settleTasks } from "./defaults";
import type { ContainerServiceDeclaration, SharingDeclaration } from "./declaration";
import { sizeProblem, UNITS_PER_CPU } from "./sizes";

/** What the fields of a container service mean to one another, to its environment and to the cloud; paths start at the service. */
export function containerServiceProblems(
  workload: ContainerServiceDeclaration,
  { name }: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (environment.cloud === "google") return problemIf("workload.kind", unbuilt(environment.name));
  return [
    ...problemIf("workload.kind", homelessProblem(environment)),
    ...problemIf("workload.host", hostProblem(workload, name, environment)),
    ...unbalancedProblems(workload),
    ...problemIf("workload.memory", memoryProblem(workload)),
    ...problemIf("workload.paths", pathsProblem(workload)),
    ...problemIf("workload.health.path", healthPathProblem(workload)),
    ...problemIf("workload.health.timeout", healthTimeProblem(workload)),
    ...problemIf("workload.sharing.slowStart", slowStartProblem(workload.sharing ?? {})),
    ...problemIf("workload.tasks.min", leastTasksProblem(workload, environment)),
    ...problemIf("workload.tasks.max", mostTasksProblem(workload, environment)),
    ...problemIf("workload.environment", ownVariableProblem(workload)),
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

/** A host has a certificate and a record, which stand in the environment's zone. */
function hostProblem(
  workload: ContainerServiceDeclaration,
  service: string,
  environment: AwsEnvironment,
): string | undefined {
  const { host } = workload;
  if (host === undefined) return undefined;
  const { name, dns, network } = environment;
  if (dns === undefined) {
    return `expected \`dns\` of the environment ${name}, in whose zone the host's certificate is proved and its record stands, got ${show(host)} alone`;
  }
  const tiers = network?.tiers ?? TIERS;
  if (network !== undefined && !tiers.includes("public")) {
    return `expected the tier "public" in \`${name}.network.tiers\`, where the load balancer stands, got ${show(tiers)}`;
  }
  return sharedPathProblem(workload, service, environment);
}

/** Two services of one host share it by their paths; who says none has all that the other does not. */
function sharedPathProblem(
  { host, paths = [] }: ContainerServiceDeclaration,
  service: string,
  { services }: AwsEnvironment,
): string | undefined {
  for (const { name, workload } of services) {
    if (name === service || workload.kind !== "containerService" || workload.host !== host)
      continue;
    const others = workload.paths ?? [];
    if (paths.length === 0 && others.length === 0) {
      return `expected a host of its own, or \`paths\`, got ${show(host)}, of which ${name} has every path`;
    }
    const both = paths.find((path) => others.includes(path));
    if (both !== undefined)
      return `expected paths of its own at ${show(host)}, got ${show(both)}, which ${name} has`;
  }
  return undefined;
}

/** What means something to a load balancer alone: said without one, it would have no effect. */
function unbalancedProblems(workload: ContainerServiceDeclaration): FieldProblem[] {
  const { host, paths, health, sharing, gracePeriod, scaling = {} } = workload;
  if (host !== undefined) return [];
  const { requestsPerTarget, latency } = scaling;
  const fields = { paths, health, sharing, gracePeriod };
  const followed = { "scaling.requestsPerTarget": requestsPerTarget, "scaling.latency": latency };
  return Object.entries({ ...fields, ...followed }).flatMap(([field, value]) =>
    problemIf(
      `workload.${field}`,
      value === undefined
        ? undefined
        : `expected nothing, since without \`host\` no load balancer is in front of the service, got ${show(value)}; say its host, or leave this out`,
    ),
  );
}

function memoryProblem(workload: ContainerServiceDeclaration): string | undefined {
  const { cpuUnits, memoryMiB } = settleSize(workload);
  const fits = sizeProblem(cpuUnits, memoryMiB);
  return (
    fits &&
    `expected ${fits}, which is what Fargate runs with ${cpuUnits / UNITS_PER_CPU} of a CPU, got ${memoryMiB}`
  );
}

/** Of `*` and `?` a rule has few; and no path twice. */
function pathsProblem({ paths = [] }: ContainerServiceDeclaration): string | undefined {
  const wild = paths.join("").match(/[*?]/g)?.length ?? 0;
  if (wild > 6) {
    return `expected at most 6 of * and ? together, which is what a rule of a load balancer takes, got ${wild}`;
  }
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  return twice && `expected each once, got ${show(twice)} twice`;
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
function healthPathProblem({ protocol = "http", health }: ContainerServiceDeclaration) {
  const path = health?.path;
  if (protocol !== "grpc" || path === undefined || /^\/[\w.]+\/\w+$/.test(path)) return undefined;
  return `expected a method such as /grpc.health.v1.Health/Check of a service of gRPC, got ${show(path)}`;
}

function healthTimeProblem({ protocol = "http", health = {} }: ContainerServiceDeclaration) {
  const { intervalSeconds, timeoutSeconds } = settleHealth(health, protocol);
  if (timeoutSeconds < intervalSeconds) return undefined;
  return `expected less than the interval of "${intervalSeconds}s", got "${timeoutSeconds}s"`;
}

function slowStartProblem({ slowStart, algorithm }: SharingDeclaration): string | undefined {
  if (slowStart === undefined || algorithm === undefined || algorithm === "roundRobin") {
    return undefined;
  }
  return `expected nothing with the algorithm ${show(algorithm)}, since a load balancer starts tasks slowly in turn ("roundRobin") alone, got ${show(slowStart)}`;
}

function leastTasksProblem(
  workload: ContainerServiceDeclaration,
  environment: AwsEnvironment,
): string | undefined {
  const { min } = settleTasks(workload, environment);
  if (environment.stage !== "production" || min >= 2) return undefined;
  return `expected 2 or more in production (${environment.name}), so that the service outlives a task and a zone, got ${min}`;
}

function mostTasksProblem(
  workload: ContainerServiceDeclaration,
  environment: AwsEnvironment,
): string | undefined {
  const { min, max } = settleTasks(workload, environment);
  if (max > min) return undefined;
  return `expected more than the min of ${min}, or there is nothing to scale, got ${max}`;
}

/** What the construct itself says to the container. */
export const OWN_VARIABLES: readonly string[] = ["SERVICE", "ENVIRONMENT", "PORT"];

function ownVariableProblem({ environment = {} }: ContainerServiceDeclaration) {
  const own = OWN_VARIABLES.find((name) => name in environment);
  return own && `expected no ${own}, which Plinth sets itself, got ${show(environment[own])}`;
}

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
