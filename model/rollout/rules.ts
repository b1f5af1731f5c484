import type { ServiceDeclaration, WorkloadDeclaration } from "../declaration";
import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { show } from "../problems";
import type { RolloutDeclaration } from "./declaration";
import { declaredRollout, DEFAULT_PERCENT, settleShift } from "./defaults";
import { fleetProblems } from "./fleet_rules";
import { isNoticed, LAG_MINUTES, leastInterval, minutesToAll } from "./noticed";
import { isWatched, noticingOf, watchedObjectives, watchedText } from "./watched";

/** What a service says of its new versions means to its workload, its objectives and the cloud; paths start at the service. */
export function rolloutProblems(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const { cloud, name } = environment;
  const declared = declaredRollout(service);
  if (declared === undefined) return [];
  if (cloud === "google") return problemIf("workload.rollout", unbuilt(name));
  const strategy = strategyProblem(service.workload, declared);
  if (strategy !== undefined) return problemIf("workload.rollout.strategy", strategy);
  const objectives = objectivesProblems(service, declared);
  if (objectives.length > 0) return objectives;
  const fleets = fleetProblems(service, declared, environment);
  if (fleets.length > 0) return fleets;
  return [
    ...problemIf("workload.rollout", warmProblem(service.workload)),
    ...stepProblems(service, declared),
  ];
}

const unbuilt = (environment: string): string =>
  `expected nothing on Google Cloud (${environment}), where rollouts are not built yet (docs/clouds.md); leave it out, or list the service in environments on AWS only`;

type Strategy = RolloutDeclaration["strategy"];

const SHADOW = "nothing of AWS gives a new version copies of calls whose answers nobody gets";

const OF_FUNCTIONS: Readonly<Partial<Record<Strategy, string>>> = {
  rolling: "whose versions take over by shares of the calls",
  blueGreen: "since a shift of every call at once is over before an alarm could take it back",
  shadow: `since ${SHADOW}`,
};

const BY_SHARES = "which ECS shifts by shares from version 6 of the provider on, and Plinth has 5";

const OF_CONTAINERS: Readonly<Partial<Record<Strategy, string>>> = {
  canary: BY_SHARES,
  linear: BY_SHARES,
  blueGreen: BY_SHARES,
  shadow: `since ${SHADOW}`,
};

const OF_MACHINES: Readonly<Partial<Record<Strategy, string>>> = {
  canary: "which their group replaces and does not weigh",
  linear: "which their group replaces and does not weigh",
  blueGreen: "of which there is one group",
  shadow: `since ${SHADOW}`,
};

const OF_ENDPOINTS: Readonly<Partial<Record<Strategy, string>>> = {
  rolling: "whose new fleet stands beside the one before until it has all calls",
  blueGreen: "since a shift of every call at once is over before an alarm could take it back",
  shadow: "since SageMaker copies calls to a shadow, and no alarm judges what it answers",
};

function strategyProblem(
  { kind }: WorkloadDeclaration,
  { strategy }: RolloutDeclaration,
): string | undefined {
  if (kind === "containerService")
    return refusal('"rolling" of a container service', OF_CONTAINERS[strategy], strategy);
  if (kind === "virtualMachines")
    return refusal('"rolling" of machines', OF_MACHINES[strategy], strategy);
  if (kind === "inference")
    return refusal('"canary" or "linear" of an endpoint', OF_ENDPOINTS[strategy], strategy);
  return refusal('"canary" or "linear" of a function', OF_FUNCTIONS[strategy], strategy);
}

const refusal = (expected: string, why: string | undefined, got: Strategy): string | undefined =>
  why && `expected ${expected}, ${why} (docs/rollouts.md), got ${show(got)}`;

function objectivesProblems(
  service: ServiceDeclaration,
  { objectives: named = [] }: RolloutDeclaration,
): FieldProblem[] {
  const problems = named.flatMap((name, index) =>
    problemIf(`workload.rollout.objectives[${index}]`, namedProblem(service, name)),
  );
  if (problems.length > 0 || watchedObjectives(service).length > 0) return problems;
  return problemIf(
    "workload.rollout",
    `expected an objective of ${watchedText(service.workload.kind)}, whose alarm takes a new version back, got none; declare one, or leave this out`,
  );
}

function namedProblem({ workload: { kind }, objectives }: ServiceDeclaration, name: string) {
  const objective = objectives.find((one) => one.name === name);
  if (objective === undefined)
    return `expected the name of an objective of the service, got ${show(name)}`;
  if (isWatched(kind, objective)) return undefined;
  return `expected an objective of ${watchedText(kind)}, which an alarm of CloudWatch can judge, got ${show(name)}, which is of ${show(objective.sli)}`;
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html */
function warmProblem(workload: WorkloadDeclaration): string | undefined {
  const { provisioned } =
    "function" in workload ? { provisioned: undefined, ...workload.function } : {};
  return provisioned
    ? "expected nothing with `function.provisioned`: Lambda keeps no instances warm for an alias that shares calls out between versions; leave one of the two out"
    : undefined;
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html */
const MOST_MINUTES = 48 * 60;

function stepProblems(service: ServiceDeclaration, declared: RolloutDeclaration): FieldProblem[] {
  const { strategy, percent, interval } = declared;
  if (strategy !== "canary" && strategy !== "linear") return unshiftedProblems(declared);
  if (strategy === "linear" && percent !== undefined && percent > 50)
    return problemIf(
      "workload.rollout.percent",
      `expected at most 50, or there is no step to be watched, got ${percent}`,
    );
  const shift = settleShift(service, declared);
  if (shift === undefined) return [];
  if (!Number.isInteger(shift.intervalMinutes))
    return problemIf("workload.rollout.interval", `expected whole minutes, got ${show(interval)}`);
  const total = minutesToAll(strategy, shift);
  if (total > MOST_MINUTES)
    return problemIf(
      "workload.rollout.interval",
      `expected steps that take 48 hours together at most, which is how long CodeDeploy shifts calls, got ${show(interval)} for each of ${total / shift.intervalMinutes}`,
    );
  return unnoticedProblems(service, declared);
}

/** ECS watches for as long as its alarms' windows are, a group for as long as it replaces machines. */
const unshiftedProblems = (declared: RolloutDeclaration): FieldProblem[] =>
  (["percent", "interval"] as const).flatMap((field) =>
    problemIf(
      `workload.rollout.${field}`,
      declared[field] === undefined
        ? undefined
        : `expected nothing with "rolling", which shifts no calls, got ${show(declared[field])}`,
    ),
  );

/** A step that is over before an alarm can ring protects nobody. */
function unnoticedProblems(
  service: ServiceDeclaration,
  declared: RolloutDeclaration,
): FieldProblem[] {
  const { percent = DEFAULT_PERCENT } = declared;
  const strategy = declared.strategy as "canary" | "linear";
  const shift = settleShift(service, declared);
  return noticingOf(service).flatMap((one) => {
    if (shift === undefined || isNoticed(strategy, shift, one)) return [];
    const least = leastInterval(strategy, percent, [one]);
    const blind = `a new version that fails every call it gets is not seen by ${one.name} before all calls are its own`;
    return least === undefined
      ? problemIf(
          "workload.rollout.percent",
          `expected more: ${blind}, however long it is watched, got ${percent}`,
        )
      : problemIf(
          "workload.rollout.interval",
          `expected at least "${least}m": ${blind} (CloudWatch is ${LAG_MINUTES} minutes behind), got ${show(declared.interval)}`,
        );
  });
}
