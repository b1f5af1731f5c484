import { Decimal } from "decimal.js";
import { z } from "zod";
import type { Cloud } from "../declaration";
import { settledFunction } from "../workloads/settle";
import { milliseconds, type ShortDuration } from "../duration";
import { shortDuration } from "../leaves";
import { shape, show } from "../problems";
import {
  baseFields,
  problemIf,
  type FieldProblem,
  type ObjectiveBase,
  type SettledBase,
  type Surroundings,
} from "./base";
import {
  budgetedFields,
  budgetingOf,
  budgetingProblems,
  settleBudgeting,
  type Budgeted,
  type Budgeting,
  type SettledBudgeting,
} from "./budgeting";
import { boundWithin } from "./cloud_run_bounds";

/**
 * How fast a service is: requests, or minutes, in which enough of the calls took no longer than a threshold. Calls are
 * those of the processor, or the requests to the API from their arrival to their answer.
 *
 * AWS publishes percentiles of a minute, which can be neither added nor averaged: there a minute is bad when its percentile
 * `sliceTarget` is over the threshold. Google Cloud counts calls in buckets with fixed bounds: there each call can be counted.
 */
export interface LatencyObjective extends ObjectiveBase, Budgeted {
  readonly sli: "latency";

  /** The longest that a request may take, or the processor for a batch (AWS) or an event (Google Cloud): `800ms`, `2s`. */
  readonly threshold: ShortDuration;
}

export interface SettledLatency extends SettledBase, SettledBudgeting {
  readonly sli: "latency";
  readonly thresholdMilliseconds: number;
  /** What calls are measured against: the threshold, or Google's longest bound within it. */
  readonly boundMilliseconds: number;
}

const OTHERWISE: Readonly<Record<Cloud, Budgeting>> = { aws: "time-slices", google: "requests" };

export const latency = {
  shape: shape({
    ...baseFields,
    ...budgetedFields,
    sli: z.literal("latency"),
    threshold: shortDuration,
  }),

  problems: (
    declared: LatencyObjective,
    { service, environment }: Surroundings,
  ): FieldProblem[] => {
    const timeout = settledFunction(service, environment)?.timeoutSeconds;
    const { cloud, name } = environment;
    return [
      ...budgetingProblems(declared),
      ...problemIf("threshold", timeoutProblem(declared, timeout)),
      ...(cloud === "aws"
        ? [
            ...problemIf("budgeting", requestsProblem(declared, name)),
            ...problemIf("sliceTarget", percentileProblem(declared, name)),
          ]
        : problemIf("threshold", boundProblem(declared, name))),
    ];
  },

  settle: (declared: LatencyObjective, base: SettledBase, cloud: Cloud): SettledLatency => {
    const threshold = milliseconds(declared.threshold);
    return {
      ...base,
      ...settleBudgeting(declared, OTHERWISE[cloud]),
      sli: "latency",
      thresholdMilliseconds: threshold,
      boundMilliseconds: cloud === "aws" ? threshold : (boundWithin(threshold) ?? threshold),
    };
  },
};

function timeoutProblem(
  { threshold }: LatencyObjective,
  timeout: number | undefined,
): string | undefined {
  if (timeout === undefined || milliseconds(threshold) < timeout * 1_000) return undefined;
  return `expected less than the function's timeout of ${timeout} s, which nothing outlasts, got ${show(threshold)}`;
}

function requestsProblem(declared: LatencyObjective, environment: string): string | undefined {
  if (budgetingOf(declared, OTHERWISE.aws) === "time-slices") return undefined;
  return `expected "time-slices" on AWS (${environment}), whose CloudWatch says the percentiles of a minute and counts no slow calls, got "requests"`;
}

function percentileProblem(
  { sliceTarget = 99 }: LatencyObjective,
  environment: string,
): string | undefined {
  if (Number.isInteger(sliceTarget)) return undefined;
  return `expected a whole percentile from 1 to 99 on AWS (${environment}), got ${sliceTarget}`;
}

function boundProblem({ threshold }: LatencyObjective, environment: string): string | undefined {
  if (boundWithin(milliseconds(threshold)) !== undefined) return undefined;
  return `expected at least "10ms" on Google Cloud (${environment}), the shortest time that Cloud Run tells apart, got ${show(threshold)}`;
}

/** As people read it, in the fewest digits that tell it: `730.1 ms`, `2000 ms`. */
export const millisecondsText = (value: number): string =>
  `${new Decimal(value).toSignificantDigits(4).toFixed()} ms`;
