import { Decimal } from "decimal.js";
import { burnTiers, secondsToExhaustion, TIER_NAMES, WINDOW_DAYS } from "../../model/burn";
import type { ObjectiveWindow } from "../../model/declaration";
import { seconds } from "../../model/duration";
import { onAws } from "./fixtures";

const WINDOWS = Object.keys(WINDOW_DAYS) as ObjectiveWindow[];
const all = WINDOWS.flatMap((window) => burnTiers(window).map((tier) => ({ window, ...tier })));
const named = all.map((tier) => [tier.window, tier.name, tier] as const);

const rowsOf = (window: ObjectiveWindow) =>
  burnTiers(window).map((tier) => [
    tier.severity,
    tier.longWindow,
    tier.shortWindow,
    tier.factor.toString(),
    tier.budgetPercent.toString(),
  ]);

test("the tiers of 30 days are those of the SRE workbook", () => {
  expect(rowsOf("30d")).toEqual([
    ["page", "1h", "5m", "14.4", "2"],
    ["page", "6h", "30m", "6", "5"],
    ["ticket", "1d", "2h", "3", "10"],
    ["ticket", "3d", "6h", "1", "10"],
  ]);
});

test.each([
  ["7d", ["13.44", "3.5", "1.4", "1.05"]],
  ["28d", ["13.44", "5.6", "2.8", "1.05"]],
  ["90d", ["21.6", "9", "4.5", "1.08"]],
] as const)("the factors of %s come from its percentages", (window, factors) => {
  expect(burnTiers(window).map(({ factor }) => factor.toString())).toEqual(factors);
});

describe("what holds for each tier of each window", () => {
  test.each(named)("%s %s: does not alert on a service that keeps its promise", (_w, _n, tier) => {
    expect(tier.factor.greaterThanOrEqualTo(1)).toBe(true);
  });

  test.each(named)("%s %s: factor x long window is its share of the period", (_w, _n, tier) => {
    const period = WINDOW_DAYS[tier.window] * 86_400;
    const spent = tier.factor
      .times(seconds(tier.longWindow as "1h"))
      .dividedBy(period)
      .times(100);
    expect(spent.equals(tier.budgetPercent)).toBe(true);
  });

  test.each(named)("%s %s: the budget is gone in whole minutes", (_w, _n, tier) => {
    expect(secondsToExhaustion(tier.window, tier) % 60).toBe(0);
  });

  test.each(WINDOWS)("%s: fastest first, long windows at least 12 short ones", (window) => {
    const tiers = burnTiers(window);
    expect(tiers.map(({ name }) => name)).toEqual(TIER_NAMES);
    const factors = tiers.map(({ factor }) => factor.toNumber());
    expect(factors).toEqual([...factors].sort((one, other) => other - one));
    for (const { longWindow, shortWindow } of tiers) {
      const [long, short] = [longWindow, shortWindow].map((text) => seconds(text as "1h"));
      expect(long).toBeGreaterThanOrEqual(12 * short!);
    }
  });
});

test("the workbook's percentages would not do for 7 and 28 days, nor Sloth's example for 7", () => {
  const drip = (percent: number, days: number) => new Decimal(percent).times(days).dividedBy(300);
  expect(drip(10, 7).toFixed(3)).toBe("0.233");
  expect(drip(10, 28).toFixed(3)).toBe("0.933");
  expect(drip(42, 7).toFixed(3)).toBe("0.980");
});

describe("a target whose first page could never fire is refused with the lowest that works", () => {
  const withTarget = (window: string, target: number) =>
    onAws("objectives[0]", {
      ...{ name: "success", sli: "success", firstSteps: ["Look."] },
      ...{ window, target },
    });

  test.each([
    ["7d", "13.44", 92.56],
    ["28d", "13.44", 92.56],
    ["30d", "14.4", 93.06],
    ["90d", "21.6", 95.38],
  ])("over %s", (window, factor, lowest) => {
    expect(withTarget(window, lowest - 0.01)).toEqual([
      `orders.objectives[0].target: expected at least ${lowest}: below it, a burn of ${factor} x the budget is more than every event failing, so the first page could never fire, got ${lowest - 0.01}`,
    ]);
    expect(withTarget(window, lowest)).toEqual([]);
  });
});
