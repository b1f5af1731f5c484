import type { ServiceDeclaration } from "../declaration";
import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { show } from "../problems";
import { settleBounds } from "../workloads/balanced/defaults";
import type { InferenceDeclaration } from "../workloads/inference/declaration";
import type { RolloutDeclaration } from "./declaration";
import { settleShift } from "./defaults";
import { minutesToAll } from "./noticed";

/** @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TrafficRoutingConfig.html */
const MOST_PERCENT = 50;
const LEAST_LINEAR_PERCENT = 10;
const LONGEST_MINUTES = 60;

/** Of the 4 hours that the provider lets a deployment take, half an hour is for instances to come up. */
const MOST_MINUTES = 210;

/** What SageMaker asks of the rollout of an endpoint, which puts a fleet beside the one before. */
export function fleetProblems(
  service: ServiceDeclaration,
  declared: RolloutDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const { workload } = service;
  if (workload.kind !== "inference") return [];
  const alone = modeProblem(workload, environment);
  if (alone !== undefined) return problemIf("workload.rollout", alone);
  return [
    ...problemIf("workload.rollout.percent", percentProblem(declared)),
    ...problemIf("workload.rollout.interval", intervalProblem(service, declared)),
  ];
}

function modeProblem(
  { serve }: InferenceDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  if (serve.mode === "serverless")
    return 'expected nothing with "serverless", whose versions SageMaker takes over at once; leave it out, or serve "realTime"';
  if (serve.mode === "async")
    return 'expected nothing with "async", whose fleet may be one instance or none, of which no part could be tried; leave it out, or serve "realTime"';
  const { min } = settleBounds(serve.instances, environment);
  if (min >= 2) return undefined;
  return `expected 2 or more in \`workload.serve.instances.min\`, since half of a fleet is the most that is tried first, got ${min}`;
}

function percentProblem({ strategy, percent }: RolloutDeclaration): string | undefined {
  if (percent === undefined) return undefined;
  if (percent > MOST_PERCENT)
    return `expected at most ${MOST_PERCENT}, which is the most of a fleet that SageMaker tries at once, got ${percent}`;
  return strategy === "linear" && percent < LEAST_LINEAR_PERCENT
    ? `expected at least ${LEAST_LINEAR_PERCENT} with "linear", which is SageMaker's least, got ${percent}`
    : undefined;
}

function intervalProblem(service: ServiceDeclaration, declared: RolloutDeclaration) {
  const { strategy, interval } = declared;
  const shift = settleShift(service, declared);
  if (shift === undefined || (strategy !== "canary" && strategy !== "linear")) return undefined;
  const { intervalMinutes } = shift;
  const got = interval === undefined ? `the ${intervalMinutes} that follow` : show(interval);
  if (intervalMinutes > LONGEST_MINUTES)
    return `expected at most ${LONGEST_MINUTES} minutes, which is how long SageMaker watches a step, got ${got}; give a step a larger \`percent\``;
  const total = minutesToAll(strategy, shift);
  return total > MOST_MINUTES
    ? `expected steps that take ${MOST_MINUTES} minutes together at most, which is how long a deployment may take beside its instances' start, got ${total}`
    : undefined;
}
