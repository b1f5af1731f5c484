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

/** What is remembered of a counter that is not there. */
export interface Memory {
  /** A gap up to this long is bridged; after a longer one a counter's first value is only a start. */
  readonly bridge: string;
  /** How long ago the rules must have been at work for a new counter to count whole. */
  readonly atWorkFor: string;
}

const OF_EXPORTERS: Memory = { bridge: "10m", atWorkFor: "1m" };

/**
 * What a counter of stackdriver_exporter grew by in a minute; after a restart, and for a series that was not there
 * before, its whole value, if the rules were at work before; nothing while there is no such series.
 * The exporter's counters start at their first delta and vanish when idle, so increase() would miss a lone event.
 *
 * @param atWork - a record that is there whenever the exporter is
 */
export function growth(
  counter: Selector,
  atWork: Selector,
  { bridge, atWorkFor }: Memory = OF_EXPORTERS,
): Promql {
  const step = group(join(counter, "-", lastOverTime(counter, bridge, "1m")));
  const fresh = group(andOnNothing(counter, earlier(atWork, atWorkFor)));
  return sum(join(join(step, ">=", "0"), "or", fresh));
}

/** Its growth; 0 while there is no such series. */
export const growthOrNone = (
  counter: Selector,
  presence: Selector,
  atWork: Selector,
  memory?: Memory,
): Promql => join(growth(counter, atWork, memory), "or", join("0", "*", sum(presence)));
