import type { BurnTier } from "../../../model/burn";
import { fewestBadEvents } from "../guard";
import { unitOf } from "../sli";
import type { Slo } from "../slo";
import { scenario } from "./scenario";
import { expectBurn, expectSilence, type TestCase } from "./test_case";
import { minutesOf, repeat, type Minute } from "./timeline";
import { oracleOf } from "./traffic";

const calm: Minute = { good: 0, bad: 0 };
const idle: Minute = { ...calm, idle: true };

/** One bad event in an hour in which little else happens is a high ratio and no alert. */
export function loneError(slo: Slo): TestCase {
  const quiet: Minute = { good: 1, bad: 0 };
  const minutes = [...repeat(60, quiet), { good: 0, bad: 1 }, ...repeat(60, quiet)];
  return scenario(slo, "a lone error alerts nobody", minutes, {
    alert_rule_test: [60, 61, 62, 65, 120].map((minute) => expectSilence(slo, minute)),
  });
}

/**
 * Whether a tier's guard can be met exactly: of minutes, where one without data is not judged, and the window holds a good
 * one and three more beside as many bad ones as are asked for.
 */
export const hasEdge = (slo: Slo, tier: BurnTier): boolean =>
  !slo.sli.slices ||
  (slo.sli.judgesAll && fewestBadEvents(slo, tier) + 4 <= minutesOf(tier.longWindow));

/** Where almost all that happens is bad, one event fewer than the guard asks for alerts nobody; what is older than a page's hour does not count. */
export function atTheGuard(slo: Slo, tier: BurnTier): TestCase {
  const quiet = slo.sli.slices ? idle : calm;
  const bad: Minute = { good: 0, bad: 1 };
  const known = slo.sli.slices ? { good: 1, bad: 0 } : calm;
  const before = [...old(tier, bad, quiet), ...repeat(2, quiet), known];
  const fewest = fewestBadEvents(slo, tier);
  const almost = slo.sli.slices ? repeat(fewest - 1, bad) : [{ good: 0, bad: fewest - 1 }];
  const minutes = [...before, ...almost, quiet, quiet, bad, quiet, quiet];
  const oracle = oracleOf(slo, minutes);
  const fires = oracle.findMinute(before.length, (minute) => oracle.fires(tier, minute));
  return scenario(
    slo,
    `${fewest} bad ${unitOf(slo.sli)} fire ${tier.name}, one fewer does not`,
    minutes,
    {
      alert_rule_test: [fires - 1, fires].map((minute) => expectBurn(slo, minute, oracle)),
    },
  );
}

/** A bad event longer ago than the fastest tier's long window; longer ones are the hourly tests'. */
function old({ longWindow }: BurnTier, bad: Minute, quiet: Minute): Minute[] {
  const minutes = minutesOf(longWindow);
  return minutes > 60 ? [] : [quiet, quiet, bad, ...repeat(minutes, quiet)];
}
