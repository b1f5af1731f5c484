import type { ServiceDeclaration } from "../declaration";
import { seconds } from "../duration";
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

/** In which instances come up and answer: a part of the hour below. */
export const START_MINUTES = 15;

/**
 * How long the provider waits until an endpoint that it changed is in service, which no declaration makes longer: the apply fails then,
 * whatever SageMaker still does.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/internal/service/sagemaker/endpoint.go
 */
const WAIT_MINUTES = 60;

/** Of the steps, and of the one more in which the fleet before stays: SageMaker counts both as the deployment. */
const MOST_MINUTES = WAIT_MINUTES - START_MINUTES;

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
    ...problemIf("workload.serve.startTimeout", startProblem(workload)),
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

/** Else a fleet could still be coming up when its rollout is over. */
function startProblem({ serve }: InferenceDeclaration): string | undefined {
  if (serve.mode === "serverless" || serve.startTimeout === undefined) return undefined;
  if (seconds(serve.startTimeout) <= START_MINUTES * 60) return undefined;
  return `expected "${START_MINUTES}m" at most with a rollout, which gives instances so long to come up, got ${show(serve.startTimeout)}`;
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
  const total = minutesToAll(strategy, shift) + intervalMinutes;
  if (total <= MOST_MINUTES) return undefined;
  const each =
    interval === undefined ? `the ${intervalMinutes} minutes that follow` : show(interval);
  return `expected ${MOST_MINUTES} minutes at most for the steps and for one more, after which the fleet before goes: the provider waits ${WAIT_MINUTES}, of which ${START_MINUTES} are for instances to come up; got ${total}, of ${each} for each; give a step a larger \`percent\`, or watch it for less`;
}
