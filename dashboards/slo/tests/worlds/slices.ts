import type { Decimal } from "decimal.js";
import { allowedShare } from "../../indicators/slices";
import type { Minute } from "../timeline";
import type { World } from "./world";

/** Events in a minute: enough that a share of a hundredth of a percent is a whole number of them. */
const EVENTS = 10_000;

/** Minutes judged by events: a good one has none that is bad, a bad one an event more than may be. */
export function slicedWorld(events: World, sliceTarget: Decimal): World {
  const allowed = allowedShare(sliceTarget);
  const tooMany = allowed.times(EVENTS).floor().toNumber() + 1;
  const filled = (minutes: readonly Minute[]): Minute[] =>
    minutes.map((minute) => ({
      ...minute,
      good: minute.idle ? 0 : EVENTS - tooMany,
      bad: minute.bad > 0 ? tooMany : 0,
    }));
  return {
    show: (minutes) => events.show(filled(minutes)),
    recorded: (minutes) =>
      events.recorded(filled(minutes)).map(({ bad, total }) => ({
        bad: allowed.times(total).lessThan(bad) ? 1 : 0,
        total: total > 0 ? 1 : 0,
      })),
  };
}
