import { Decimal } from "decimal.js";
import {
  answersCallers,
  functionOf,
  mayBeBalanced,
  type Objective,
  type Service,
} from "../../model/service";
import type { Environment } from "../../model/settle";

/** Of what went well, this much is kept: enough to see what is usual. What failed is kept whole. */
export const SUCCESSES_PERCENT = 1;

/** How long traces and logs are kept. */
export const KEPT_HOURS = 30 * 24;

/** What the collector is made for, of one service; where more begin, they are thinned out there. */
const TRACES_PER_SECOND = 100;

/** A trace that lasts as long as the threshold arrives whole within this. */
const LATE_SECONDS = 30;

/**
 * Share of the traces that begin at a service which are recorded at all, exact: 1, or less at a declared peak over
 * {@link TRACES_PER_SECOND}. Errors among the others leave no trace, only logs and metrics.
 */
export function headRatio({ traffic }: Service): string {
  if (traffic.peakPerSecond <= TRACES_PER_SECOND) return "1";
  const ratio = new Decimal(TRACES_PER_SECOND).dividedBy(traffic.peakPerSecond);
  return ratio.toSignificantDigits(3, Decimal.ROUND_DOWN).toFixed();
}

/** From when on a trace of a service is slow: where its objectives begin to call it late, else when it is given up. */
export function slowMilliseconds(service: Service): number {
  const thresholds = service.objectives.flatMap((one) => thresholdOf(one, service));
  return thresholds.length === 0
    ? functionOf(service).timeoutSeconds * 1_000
    : Math.min(...thresholds);
}

/** An event is late as a whole, however long its batch takes; a request is as late as its answer. */
function thresholdOf(objective: Objective, service: Service): number[] {
  if (objective.sli === "freshness") return [objective.thresholdSeconds * 1_000];
  const answers = answersCallers(service) || mayBeBalanced(service);
  const isOfRequests = objective.sli === "latency" && answers;
  return isOfRequests ? [objective.thresholdMilliseconds] : [];
}

/** How long the collector holds a trace before it decides: until the slowest that it must know as slow is there. */
export const decisionSeconds = ({ services }: Environment): number =>
  Math.ceil(Math.max(0, ...services.map(slowMilliseconds)) / 1_000) + LATE_SECONDS;

/** Traces that begin in a second in which every service is at its declared peak. */
export function tracesPerSecond({ services }: Environment): number {
  const each = services.map((service) =>
    new Decimal(service.traffic.peakPerSecond).times(headRatio(service)),
  );
  return Decimal.max(1, Decimal.sum(0, ...each))
    .ceil()
    .toNumber();
}
