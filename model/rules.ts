import { Decimal } from "decimal.js";
import type { ObjectiveDeclaration, ServiceDeclaration } from "./declaration";
import { backupProblems } from "./backup/rules";
import { fleetProblems } from "./cells/rules";
import { costProblems } from "./cost/rules";
import { dependencyProblems } from "./dependencies";
import { dnsProblems } from "./dns/rules";
import type { EnvironmentDeclaration } from "./environment";
import { outboxProblems } from "./events/outbox";
import { publishesProblems } from "./events/rules";
import { exemptionProblems } from "./gate/rules";
import { modelsProblems } from "./foundation_models/models";
import { objectiveProblems } from "./indicators";
import { loadBalancerProblems } from "./load_balancing/rules";
import { unmanageable } from "./managed";
import { maintenanceProblems } from "./maintenance";
import { pipelineProblems } from "./pipeline";
import { networkProblems } from "./network/rules";
import { regionsProblems } from "./regions/rules";
import { duplicateProblem, show, type Problem } from "./problems";
import { burnTiers } from "./burn";
import { rolloutProblems } from "./rollout/rules";
import { secretsProblems } from "./secrets/secrets";
import { signInProblems } from "./sign_in/rules";
import { storeProblems } from "./stores/rules";
import { toolProblems } from "./tool";
import { edgeProblems } from "./workloads/delivery/edge_rules";
import { invokesProblems } from "./workloads/inference/invokes";
import { workloadProblems } from "./workloads/rules";
import { privateCaProblems } from "./workloads/containers/private_ca";

/** What fields mean to one another and to the cloud. Runs only on a declaration whose shape holds. */
export function serviceProblems(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): Problem[] {
  const at = (path: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path: `${service.name}.${path}`, message }];
  return [
    ...workloadProblems(service, environment).flatMap(({ field, message }) => at(field, message)),
    ...rolloutProblems(service, environment).flatMap(({ field, message }) => at(field, message)),
    ...storeProblems(service, environment).flatMap(({ field, message }) => at(field, message)),
    ...secretsProblems(service, environment).flatMap(({ field, message }) => at(field, message)),
    ...modelsProblems(service, environment).flatMap(({ field, message }) => at(field, message)),
    ...invokesProblems(service, environment).flatMap(({ field, message }) => at(field, message)),
    ...publishesProblems(service, environment).flatMap(({ field, message }) => at(field, message)),
    ...outboxProblems(service, environment).flatMap(({ field, message }) => at(field, message)),
    ...at("traffic.peakPerSecond", peakProblem(service)),
    ...service.objectives.flatMap((objective, index) =>
      at(`objectives[${index}].target`, reachableProblem(objective)),
    ),
    ...service.objectives.flatMap((objective, index) =>
      objectiveProblems(objective, { service, environment }).flatMap(({ field, message }) =>
        at(`objectives[${index}].${field}`, message),
      ),
    ),
    ...maintenanceProblems(service.maintenance ?? [], `${service.name}.maintenance`),
    ...at("objectives", duplicateProblem(service.objectives.map((objective) => objective.name))),
    ...at(
      "extend",
      duplicateProblem((service.extend ?? []).map(({ type, id }) => `${type}.${id}`)),
    ),
  ];
}

function peakProblem({ traffic }: ServiceDeclaration): string | undefined {
  if (traffic.peakPerSecond >= traffic.averagePerSecond) return undefined;
  return `expected at least the average of ${traffic.averagePerSecond}, got ${traffic.peakPerSecond}`;
}

/** An alert on `factor x budget` of 1 or more can never fire. SRE workbook, chapter 5, "Extreme availability goals". */
function reachableProblem(objective: ObjectiveDeclaration): string | undefined {
  const highest = Decimal.max(...burnTiers(objective.window).map(({ factor }) => factor));
  const lowest = new Decimal(100).minus(new Decimal(100).dividedBy(highest));
  if (new Decimal(objective.target).greaterThan(lowest)) return undefined;
  const bound = lowest.toDecimalPlaces(2, Decimal.ROUND_UP);
  return `expected at least ${bound}: below it, a burn of ${highest} x the budget is more than every event failing, so the first page could never fire, got ${objective.target}`;
}

/** What an environment's own fields mean to one another. */
export function environmentProblems(environment: EnvironmentDeclaration): Problem[] {
  const names = environment.services.map((service) => service.name);
  const twice = duplicateProblem(names);
  return [
    ...(twice === undefined ? [] : [{ path: `${environment.name}.services`, message: twice }]),
    ...toolProblems(environment),
    ...fleetProblems(environment),
    ...regionsProblems(environment),
    ...dependencyProblems(environment),
    ...managedProblems(environment),
    ...unmanageable(environment),
    ...pipelineProblems(environment),
    ...costProblems(environment),
    ...backupProblems(environment),
    ...networkProblems(environment),
    ...dnsProblems(environment),
    ...signInProblems(environment),
    ...loadBalancerProblems(environment),
    ...privateCaProblems(environment),
    ...edgeProblems(environment),
    ...maintenanceProblems(environment.maintenance ?? [], `${environment.name}.maintenance`),
    ...exemptionProblems(environment),
  ];
}

/** A managed engine tells only what lies where it does. */
function managedProblems(environment: EnvironmentDeclaration): Problem[] {
  const { part, expected } = reachOf(environment);
  const told: Readonly<Record<string, string>> = { ...environment.managedAlerting };
  return Object.entries(told)
    .filter(([, address]) => !address.includes(part))
    .map(([kind, address]) => ({
      path: `${environment.name}.managedAlerting.${kind}`,
      message: `expected ${expected}, got ${show(address)}`,
    }));
}

function reachOf(environment: EnvironmentDeclaration) {
  if (environment.cloud === "google") {
    const { project } = environment;
    return {
      part: `projects/${project}/`,
      expected: `a channel of the project ${project}, the only ones that its alerts may call`,
    };
  }
  const { account, region } = environment;
  return {
    part: `:sns:${region}:${account}:`,
    expected: `a topic of the account ${account} in ${region}, the only ones that the managed Alertmanager may call`,
  };
}
