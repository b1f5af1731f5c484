import {
  andOnNothing,
  earlier,
  group,
  join,
  lastOverTime,
  sum,
  type Promql,
  type Selector,
} from "../../promql";

/** A gap up to this long is bridged; after a longer one a counter's first value is only a start. */
const BRIDGE = "10m";

/**
 * What a counter of stackdriver_exporter grew by in a minute; after a restart, and for a series that was not there
 * before, its whole value, if the rules were at work a minute ago; nothing while there is no such series.
 * The exporter's counters start at their first delta and vanish when idle, so increase() would miss a lone event.
 *
 * @param atWork - a record that is there whenever the exporter is
 */
export function growth(counter: Selector, atWork: Selector): Promql {
  const step = group(join(counter, "-", lastOverTime(counter, BRIDGE, "1m")));
  const fresh = group(andOnNothing(counter, earlier(atWork, "1m")));
  return sum(join(join(step, ">=", "0"), "or", fresh));
}

/** Its growth; 0 while there is no such series. */
export const growthOrNone = (counter: Selector, presence: Selector, atWork: Selector): Promql =>
  join(growth(counter, atWork), "or", join("0", "*", sum(presence)));
