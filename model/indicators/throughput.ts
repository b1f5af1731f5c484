import { z } from "zod";
import type { Traffic, WorkloadDeclaration } from "../declaration";
import { leaf, shape, show } from "../problems";
import { settleThrottle } from "../workloads/request_defaults";
import {
  baseFields,
  problemIf,
  type FieldProblem,
  type ObjectiveBase,
  type SettledBase,
} from "./base";
import type { Surroundings } from "./base";

/**
 * Minutes that no backlog makes slow: bad ones have a backlog, and fewer events handled than declared. Of requests, bad
 * are minutes in which as many came as declared, and fewer were answered without a server error.
 */
export interface ThroughputObjective extends ObjectiveBase {
  readonly sli: "throughput";

  /**
   * Events a second that the processor handles at least while there is a backlog: while more events wait than it would
   * handle in a minute. Or requests a second that are answered where so many come.
   */
  readonly perSecond: number;
}

export interface SettledThroughput extends SettledBase {
  readonly sli: "throughput";
  readonly perMinute: number;
}

const rate = leaf<number>(
  "a number of events a second over 0, a whole number a minute",
  (value) => typeof value === "number" && value > 0 && Number.isSafeInteger(value * 60),
);

export const throughput = {
  shape: shape({ ...baseFields, sli: z.literal("throughput"), perSecond: rate }),

  problems: (
    declared: ThroughputObjective,
    { service: { workload, traffic } }: Surroundings,
  ): FieldProblem[] => problemIf("perSecond", rateProblem(declared, workload, traffic)),

  settle: (declared: ThroughputObjective, base: SettledBase): SettledThroughput => ({
    ...base,
    sli: "throughput",
    perMinute: declared.perSecond * 60,
  }),
};

function rateProblem(
  declared: ThroughputObjective,
  workload: WorkloadDeclaration,
  traffic: Traffic,
): string | undefined {
  switch (workload.kind) {
    case "requestDriven":
      return throttledProblem(declared, settleThrottle(workload, traffic).ratePerSecond);
    case "containerService":
    case "graphql":
    case "virtualMachines":
      return undefined;
    default:
      return tooSlowProblem(declared, traffic.averagePerSecond);
  }
}

/** What the API refuses nobody answers. */
function throttledProblem({ perSecond }: ThroughputObjective, rate: number): string | undefined {
  if (perSecond <= rate) return undefined;
  return `expected at most the ${rate} a second that the throttle lets through, got ${show(perSecond)}; raise \`workload.throttle.rate\``;
}

/** What is no faster than the traffic never works a backlog off. */
function tooSlowProblem(
  { perSecond }: ThroughputObjective,
  averagePerSecond: number,
): string | undefined {
  if (perSecond >= averagePerSecond) return undefined;
  return `expected at least the average traffic of ${averagePerSecond}, or a backlog would never end, got ${show(perSecond)}`;
}
