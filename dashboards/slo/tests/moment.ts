import { Decimal } from "decimal.js";
import type { BurnTier } from "../../../model/burn";
import {
  badSeconds,
  leftText,
  longerThan,
  sinceText,
  spentText,
  type Moment,
} from "../annotations";
import type { Slo } from "../slo";
import { daysOf, spentAt } from "./spent";
import type { Oracle } from "./timeline";

/** What an alert says at a minute, in the words that Prometheus's templates make of it. */
export function momentOf(slo: Slo, tier: BurnTier, minute: number, oracle: Oracle): Moment {
  const ratio = oracle.ratio(minute, tier.shortWindow);
  const below = oracle.lastBelow(tier, minute);
  return {
    ratio: percentage(ratio),
    since: below === undefined ? longerThan(tier) : sinceText(timestamp(below)),
    left: leftAt(slo, spentAt(slo, oracle, minute), ratio),
  };
}

function leftAt(slo: Slo, spent: number, ratio: number): string {
  const remaining = 1 - spent;
  if (remaining <= 0) return spentText(slo);
  const lasts = (remaining * Number(badSeconds(slo, daysOf(slo)))) / ratio;
  return leftText(slo, percentage(remaining), duration(lasts));
}

/** What `humanizePercentage` prints: four significant digits, of exact halves the even one. */
const percentage = (ratio: number): string =>
  `${exact(ratio * 100)
    .toSignificantDigits(4, Decimal.ROUND_HALF_EVEN)
    .toNumber()}%`;

/** All digits of a number's binary fraction. */
const exact = (value: number): Decimal => new Decimal(value.toPrecision(60));

/** What `humanizeTimestamp` prints; promtool's time begins at 0. */
const timestamp = (minute: number): string =>
  `${new Date(minute * 60_000).toISOString().slice(0, 19).replace("T", " ")} +0000 UTC`;

/** What `humanizeDuration` prints: whole seconds, without the units before the first that is not 0. */
function duration(total: number): string {
  const seconds = Math.floor(total);
  const parts = [
    [Math.floor(seconds / 86_400), "d"],
    [Math.floor(seconds / 3_600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "m"],
    [seconds % 60, "s"],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(first)
    .map(([count, unit]) => `${count}${unit}`)
    .join(" ");
}
