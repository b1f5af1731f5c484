import type { Service } from "../../../model/service";
import type { CloudWatchSignal } from "../../../model/signal";
import { max, maximumOverTime, sum, type Promql } from "../../promql";
import type { Target } from "../panel";
import { boardSignal, perSecond, RATE_INTERVAL } from "../selectors";

/** How many of something there are in a second. */
export const flow = (service: Service, signal: CloudWatchSignal, legend: string): Target => ({
  expr: perSecond(signal, boardSignal(signal, service)),
  legend,
});

/** The most at any moment of an interval, all cells together. */
export const level = (service: Service, signal: CloudWatchSignal): Promql =>
  sum(maximumOverTime(boardSignal(signal, service), RATE_INTERVAL));

/** The same of the cell in which it is the most. */
export const highest = (service: Service, signal: CloudWatchSignal): Promql =>
  max(maximumOverTime(boardSignal(signal, service), RATE_INTERVAL));
