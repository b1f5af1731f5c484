import type { BurnTier } from "../../../model/burn";
import { fewestBadEvents } from "../guard";
import type { Slo } from "../slo";
import { scenario } from "./scenario";
import { expectBurn, expectSilence, type TestCase } from "./test_case";
import { minutesOf, repeat, type Minute } from "./timeline";
import { oracleOf } from "./traffic";

const calm: Minute = { good: 0, bad: 0 };

/** One bad event in an hour in which little else happens is a high ratio and no alert. */
export function loneError(slo: Slo): TestCase {
  const quiet: Minute = { good: 1, bad: 0 };
  const minutes = [...repeat(60, quiet), { good: 0, bad: 1 }, ...repeat(60, quiet)];
  return scenario(slo, "a lone error alerts nobody", minutes, {
    alert_rule_test: [60, 61, 62, 65, 120].map((minute) => expectSilence(slo, minute)),
  });
}

/** Where all that happens is bad, one event fewer than the guard asks for alerts nobody; what is older than the long window does not count. */
export function atTheGuard(slo: Slo, tier: BurnTier): TestCase {
  const before = [...old(tier), ...repeat(30, calm)];
  const fewest = fewestBadEvents(slo, tier);
  const minutes = [
    ...before,
    ...[{ good: 0, bad: fewest - 1 }, calm, calm],
    ...[{ good: 0, bad: 1 }, calm, calm],
  ];
  const oracle = oracleOf(slo, minutes);
  const fires = oracle.findMinute(before.length, (minute) => oracle.fires(tier, minute));
  return scenario(slo, `${fewest} bad events fire ${tier.name}, one fewer does not`, minutes, {
    alert_rule_test: [fires - 1, fires].map((minute) => expectBurn(slo, minute, oracle)),
  });
}

/** A bad event longer ago than a page's long window; a ticket's is too long for promtool. */
function old({ severity, longWindow }: BurnTier): Minute[] {
  if (severity === "ticket") return [];
  return [calm, calm, { good: 0, bad: 1 }, ...repeat(minutesOf(longWindow), calm)];
}
