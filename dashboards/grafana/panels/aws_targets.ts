import type { Service } from "../../../model/service";
import type { CloudWatchSignal } from "../../../model/signal";
import {
  averageOverTime,
  group,
  join,
  max,
  maximumOverTime,
  sum,
  sumOverTime,
  type Promql,
} from "../../promql";
import type { Target } from "../panel";
import { boardSignal, perSecond, RATE_INTERVAL } from "../selectors";

/** How many of something there are in a second. */
export const flow = (service: Service, signal: CloudWatchSignal, legend: string): Target => ({
  expr: perSecond(signal, boardSignal(signal, service)),
  legend,
});

/** How many of something there were in an interval, all cells together. */
export const total = (service: Service, signal: CloudWatchSignal): Promql =>
  sum(sumOverTime(boardSignal(signal, service), RATE_INTERVAL));

/** The most at any moment of an interval, all cells together. */
export const level = (service: Service, signal: CloudWatchSignal): Promql =>
  sum(maximumOverTime(boardSignal(signal, service), RATE_INTERVAL));

/** The same of the cell in which it is the most. */
export const highest = (service: Service, signal: CloudWatchSignal): Promql =>
  max(maximumOverTime(boardSignal(signal, service), RATE_INTERVAL));

/** What part of all requests of an interval was answered in one way. */
export function shareOfRequests(
  service: Service,
  part: CloudWatchSignal,
  requests: CloudWatchSignal,
): Promql {
  const all = (signal: CloudWatchSignal): Promql =>
    sum(averageOverTime(boardSignal(signal, service), RATE_INTERVAL));
  return join(all(part), "/", group(join(all(requests), ">", "0")));
}
