import { protosOf } from "../../contracts/grpc";
import type { ServiceDeclaration, WorkloadDeclaration } from "../../declaration";
import type { AwsEnvironment } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { TIERS } from "../../network/slots";
import { show } from "../../problems";
import { settleBounds, settleHealth } from "./defaults";
import type { BalancedDeclaration, SharingDeclaration } from "./declaration";
import type { Bounds } from "./settled";

type Balanceable = Extract<
  WorkloadDeclaration,
  { readonly kind: "containerService" | "virtualMachines" }
>;

/** Whether it may have a host, whose requests the load balancer of its cell hands over. */
export const isBalanceable = (workload: WorkloadDeclaration): workload is Balanceable =>
  workload.kind === "containerService" || workload.kind === "virtualMachines";

/** What the fields say of requests and health, and to one another. */
export const sharedProblems = (workload: BalancedDeclaration): FieldProblem[] => [
  ...problemIf("workload.paths", pathsProblem(workload)),
  ...problemIf("workload.health.path", healthPathProblem(workload)),
  ...problemIf("workload.health.timeout", healthTimeProblem(workload)),
  ...problemIf("workload.sharing.slowStart", slowStartProblem(workload.sharing ?? {})),
];

/** @param field - what says how many there are: `tasks` or `machines` */
export function boundsProblems(
  field: string,
  declared: Bounds | undefined,
  environment: AwsEnvironment,
): FieldProblem[] {
  const { min, max } = settleBounds(declared, environment);
  return [
    ...problemIf(
      `workload.${field}.min`,
      environment.stage !== "production" || min >= 2
        ? undefined
        : `expected 2 or more in production (${environment.name}), so that the service outlives ${field === "tasks" ? "a task" : "a machine"} and a zone, got ${min}`,
    ),
    ...problemIf(
      `workload.${field}.max`,
      max > min
        ? undefined
        : `expected more than the min of ${min}, or there is nothing to scale, got ${max}`,
    ),
  ];
}

/** @param own - what the constructs themselves say */
export function ownVariableProblem(
  { environment = {} }: BalancedDeclaration,
  own: readonly string[],
): string | undefined {
  const twice = own.find((name) => name in environment);
  return twice && `expected no ${twice}, which Plinth sets itself, got ${show(environment[twice])}`;
}

/** A host has a certificate and a record, which stand in the environment's zone. */
export function hostProblem(
  workload: BalancedDeclaration,
  service: ServiceDeclaration,
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
  { host, paths = [] }: BalancedDeclaration,
  service: ServiceDeclaration,
  { services }: AwsEnvironment,
): string | undefined {
  for (const other of services) {
    const { name, workload } = other;
    if (name === service.name || !isBalanceable(workload) || workload.host !== host) continue;
    const others = workload.paths ?? [];
    if ([service, other].every(hasEveryPath)) {
      return `expected a host of its own, or \`paths\`, got ${show(host)}, of which ${name} has every path`;
    }
    const both = paths.find((path) => others.includes(path));
    if (both !== undefined)
      return `expected paths of its own at ${show(host)}, got ${show(both)}, which ${name} has`;
  }
  return undefined;
}

/** Of one that speaks gRPC, paths follow from its contracts. */
const hasEveryPath = (service: ServiceDeclaration): boolean =>
  isBalanceable(service.workload) &&
  (service.workload.paths ?? []).length === 0 &&
  protosOf(service).length === 0;

/**
 * What means something to a load balancer alone: said without one, it would have no effect.
 *
 * @param fields - by their path below the workload, and what is declared of them
 */
export function unbalancedProblems(
  { host }: BalancedDeclaration,
  fields: Readonly<Record<string, unknown>>,
): FieldProblem[] {
  if (host !== undefined) return [];
  return Object.entries(fields).flatMap(([field, value]) =>
    problemIf(
      `workload.${field}`,
      value === undefined
        ? undefined
        : `expected nothing, since without \`host\` no load balancer is in front of the service, got ${show(value)}; say its host, or leave this out`,
    ),
  );
}

/** Of `*` and `?` a rule has few; and no path twice. */
function pathsProblem({ paths = [] }: BalancedDeclaration): string | undefined {
  const wild = paths.join("").match(/[*?]/g)?.length ?? 0;
  if (wild > 6) {
    return `expected at most 6 of * and ? together, which is what a rule of a load balancer takes, got ${wild}`;
  }
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  return twice && `expected each once, got ${show(twice)} twice`;
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
function healthPathProblem({ protocol = "http", health }: BalancedDeclaration) {
  const path = health?.path;
  if (protocol !== "grpc" || path === undefined || /^\/[\w.]+\/\w+$/.test(path)) return undefined;
  return `expected a method such as /grpc.health.v1.Health/Check of a service of gRPC, got ${show(path)}`;
}

function healthTimeProblem({ protocol = "http", health = {} }: BalancedDeclaration) {
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
