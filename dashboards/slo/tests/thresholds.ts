import type { BurnTier } from "../../../model/burn";
import type { Slo } from "../slo";
import { scenario } from "./scenario";
import { expectBurn, type TestCase } from "./test_case";
import { burning, minutesOf, repeat } from "./timeline";
import { clean, eventsPerMinute, oracleOf } from "./traffic";

/** Exactly what the target allows is no alert, however long. */
export function sustainable(slo: Slo): TestCase {
  const ratio = slo.objective.budget.toNumber();
  const minutes = [...clean(slo, 1), ...burning(slo, 150, ratio, eventsPerMinute(slo))];
  const oracle = oracleOf(slo, minutes);
  return scenario(slo, "errors at exactly the sustainable rate alert nobody", minutes, {
    alert_rule_test: [30, 90, 150].map((minute) => expectBurn(slo, minute, oracle)),
  });
}

/** A full window of errors at exactly a tier's threshold is not more than it. */
export function exactlyFast(slo: Slo): TestCase {
  const [fast] = slo.tiers as readonly [BurnTier];
  const ratio = fast.factor.times(slo.objective.budget).toNumber();
  const minutes = [...clean(slo, 1), ...burning(slo, 70, ratio, eventsPerMinute(slo))];
  const oracle = oracleOf(slo, minutes);
  return scenario(slo, `errors at exactly the threshold of ${fast.name} do not fire it`, minutes, {
    alert_rule_test: [30, 68].map((minute) => expectBurn(slo, minute, oracle)),
  });
}

/**
 * While the long window is above the threshold, a full short window at exactly the threshold ends the alert; the minute
 * before it is a little above.
 */
export function exactlyShort(slo: Slo, tier: BurnTier): TestCase {
  const ratio = tier.factor.times(slo.objective.budget).toNumber();
  const perMinute = eventsPerMinute(slo);
  const long = minutesOf(tier.shortWindow);
  const minutes = [
    ...clean(slo, 1),
    ...repeat(2, { good: 0, bad: perMinute }),
    ...burning(slo, 1, Math.min(1, 2 * ratio), perMinute),
    ...burning(slo, long + 1, ratio, perMinute),
  ];
  const oracle = oracleOf(slo, minutes);
  const ends = oracle.findMinute(long, (minute) => !oracle.fires(tier, minute));
  const claim = `${tier.shortWindow} of errors at exactly the threshold end ${tier.name}`;
  return scenario(slo, claim, minutes, {
    alert_rule_test: [ends - 1, ends].map((minute) => expectBurn(slo, minute, oracle)),
  });
}
