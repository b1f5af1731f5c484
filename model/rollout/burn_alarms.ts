import { Decimal } from "decimal.js";
import { fewestBad, MINUTES_A_DAY } from "../guard";
import type { SettledAvailability } from "../indicators/availability";
import type { SettledFreshness } from "../indicators/freshness";
import type { SettledLatency } from "../indicators/latency";
import { awsNames } from "../names";
import {
  isGraphql,
  isInference,
  isRequestDriven,
  mayBeBalanced,
  type Objective,
  type Service,
} from "../service";
import { inUnitOf, type CloudWatchSignal } from "../signal";
import {
  apiLatencyAt,
  awsSignals,
  durationAt,
  graphqlLatencyAt,
  modelLatencyAt,
  targetResponseAt,
} from "../signals";
import { ofEvents, ofLevel, ofSlices, orNone, type AlarmMath, type Counting } from "./alarm_math";
import type { Limits } from "./alarm_math";
import { fastest, longMinutes } from "./noticed";

/** An objective, as an alarm of CloudWatch judges it. */
export interface BurnAlarm {
  readonly name: string;
  /** The objective's. */
  readonly objective: string;
  /** Where the objective stands among the service's. */
  readonly index: number;
  /** What the alarm says, to people. */
  readonly description: string;
  readonly math: AlarmMath;
}

/**
 * An alarm for each objective that takes a new version back, over the long window of the fastest tier: from the minute on in which
 * Prometheus pages, it rings. It rests when that window is clean, which is later than a page does: the services of AWS that
 * roll back watch alarms of metrics, and one of those has one window.
 */
export function burnAlarms(service: Service): BurnAlarm[] {
  const watched = service.rollout?.objectives ?? [];
  return service.objectives.flatMap((objective, index) =>
    watched.includes(objective.name) ? [{ ...alarmOf(service, objective), index }] : [],
  );
}

function alarmOf(service: Service, objective: Objective): Omit<BurnAlarm, "index"> {
  const tier = fastest(objective.window);
  const limits = limitsOf(service, objective);
  const { burnAlarm } = awsNames(service);
  return {
    name: burnAlarm(objective.name),
    objective: objective.name,
    description: `The budget of ${service.name}'s ${objective.name} burns ${tier.factor.toFixed()} times too fast over ${tier.longWindow}: a rollout is taken back.`,
    math: mathOf(service, objective, limits),
  };
}

function limitsOf(service: Service, objective: Objective): Limits {
  const tier = fastest(objective.window);
  const { budget, windowDays } = objective;
  const slices = objective.sli !== "availability" || objective.sliceTarget !== undefined;
  const perDay = slices
    ? new Decimal(MINUTES_A_DAY)
    : new Decimal(service.traffic.averagePerSecond).times(86_400);
  return {
    longMinutes: longMinutes(tier),
    ratio: tier.factor.times(budget),
    fewest: fewestBad({ budget, windowDays, perDay, slices }, tier),
  };
}

/** @throws for what no alarm can judge: a rule is missing */
function mathOf(service: Service, objective: Objective, limits: Limits): AlarmMath {
  switch (objective.sli) {
    case "availability":
      return availabilityMath(service, objective, limits);
    case "latency":
      return latencyMath(service, objective, limits);
    case "freshness":
      return freshnessMath(objective, limits);
    default:
      throw new Error(`${service.name}: no alarm of CloudWatch judges ${objective.sli}`);
  }
}

function availabilityMath(
  service: Service,
  { sliceTarget }: SettledAvailability,
  limits: Limits,
): AlarmMath {
  const counting = countingOf(service);
  if (sliceTarget === undefined) return ofEvents(counting, limits);
  return ofSlices(counting, new Decimal(100).minus(sliceTarget).dividedBy(100), limits);
}

function countingOf(service: Service): Counting {
  if (isInference(service)) return INFERENCE;
  return mayBeBalanced(service) ? BALANCED : API;
}

/** What the model did not answer with 2xx or 4xx: a connection that broke and an answer that came too late have no status. */
const INFERENCE: Counting = {
  metrics: {
    requests: awsSignals.inferenceRequests,
    failed: awsSignals.modelServerErrors,
    wrong: awsSignals.modelClientErrors,
    unanswered: awsSignals.inferenceFailures,
  },
  expressions: {
    lost: `${orNone("unanswered")} - ${orNone("wrong")}`,
    bad: `IF(lost > ${orNone("failed")}, lost, ${orNone("failed")})`,
  },
  bad: "bad",
  total: "requests",
};

const API: Counting = {
  metrics: { requests: awsSignals.apiRequests, failed: awsSignals.apiServerErrors },
  expressions: {},
  bad: orNone("failed"),
  total: "requests",
};

/**
 * Those that a task or a machine answered with 5xx, and those that none answered, as long as the balancer answered so many with 5xx
 * by itself. Those that it turned away as none was healthy are left out: they came to none, so no target group counts them,
 * and what starts no healthy task is taken back by itself.
 */
const BALANCED: Counting = {
  metrics: {
    requests: awsSignals.targetRequests,
    good: awsSignals.targetSuccesses,
    elsewhere: awsSignals.targetRedirects,
    wrong: awsSignals.targetClientErrors,
    failed: awsSignals.targetServerErrors,
    refused: awsSignals.balancerServerErrors,
  },
  expressions: {
    unanswered: `requests - ${["good", "elsewhere", "wrong", "failed"].map(orNone).join(" - ")}`,
    lost: `IF(unanswered < ${orNone("refused")}, unanswered, ${orNone("refused")})`,
    bad: `${orNone("failed")} + IF(lost > 0, lost, 0)`,
  },
  bad: "bad",
  total: "requests",
};

function latencyMath(service: Service, objective: SettledLatency, limits: Limits): AlarmMath {
  const timed = timedOf(service)(objective.sliceTarget?.toNumber() ?? 99);
  const { boundMilliseconds } = objective;
  return ofLevel(timed, inUnitOf(timed, boundMilliseconds), limits);
}

function timedOf(service: Service): (percentile: number) => CloudWatchSignal {
  if (isRequestDriven(service)) return apiLatencyAt;
  if (isGraphql(service)) return graphqlLatencyAt;
  if (isInference(service)) return modelLatencyAt;
  return mayBeBalanced(service) ? targetResponseAt : durationAt;
}

const freshnessMath = ({ thresholdSeconds }: SettledFreshness, limits: Limits): AlarmMath =>
  ofLevel(awsSignals.queueAge, thresholdSeconds, limits);
