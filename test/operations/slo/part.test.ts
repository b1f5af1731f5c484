import { dev } from "../../../environments/dev";
import { settle } from "../../../model/settle";
import { mutantsOf } from "../../../operations/slo/mutate/mutations";
import { heardIn, partOf } from "../../../operations/slo/mutate/part";
import { proofsOf, type Proof } from "../../../operations/slo/mutate/proof";

const { group, claims } = proofsOf(settle(dev))[0] as Proof;
const { rules } = group;
type Rule = (typeof rules)[number];

const nameOf = (rule: Rule): string => ("record" in rule ? rule.record : rule.labels["burn_tier"]!);

/** The part of the first mistake in a rule whose change is this one. */
function partIn(name: string, change = ""): Rule[] {
  const mutant = mutantsOf(group).find(
    ({ index, from, to }) => nameOf(rules[index]!) === name && `${from} → ${to}`.includes(change),
  );
  const part = partOf(group, mutant!.index, mutant!.wrong);
  return rules.filter((_, at) => part.has(at));
}

test("the part of a record is what reads it, and all that is read for that", () => {
  const part = partIn("slo:sli_error:ratio_rate30m").map(nameOf);
  expect(part).toEqual([
    "slo:dead_letters:depth",
    "slo:sli_bad:count1m",
    "slo:sli_total:count1m",
    "slo:sli_error:ratio_rate30m",
    "slo:sli_error:ratio_rate6h",
    "slo:sli_error:ratio_rate30d",
    "slo:error_budget:ratio",
    "slo:period_burn_rate:ratio",
    "slo:period_error_budget_remaining:ratio",
    "slow",
  ]);
});

test("and what the mistake makes it read", () => {
  expect(partIn("fast").map(nameOf)).not.toContain("slo:sli_error:ratio_rate6h");
  expect(partIn("fast", "5m → 1h").map(nameOf)).toContain("slo:sli_error:ratio_rate1h");
  expect(partIn("fast", "1h → 6h").map(nameOf)).toContain("slo:sli_error:ratio_rate6h");
});

test("a test is asked only for what is in the part", () => {
  const part = partIn("slo:sli_error:ratio_rate30m");
  const outage = claims.find(({ test }) => test.name.includes("a total outage"))!.test;
  const all = outage.alert_rule_test!.flatMap(({ exp_alerts }) => exp_alerts);
  const heard = heardIn(outage, part, rules)!.alert_rule_test!.flatMap(
    ({ exp_alerts }) => exp_alerts,
  );
  const tiers = (of: typeof all) => [...new Set(of.map((one) => one.exp_labels["burn_tier"]))];
  expect(tiers(all)).toContain("fast");
  expect(tiers(heard)).toEqual(["slow"]);
  const records = claims.find(({ test }) => test.name.includes("every record"))!.test;
  const asked = heardIn(records, part, rules)!.promql_expr_test!.map(({ expr }) => expr);
  expect(asked.some((expr) => expr.includes("ratio_rate30m"))).toBe(true);
  expect(asked.some((expr) => expr.includes("ratio_rate2h"))).toBe(false);
});

test("a test that says nothing of the part is not asked", () => {
  const part = partIn("sloth_slo_info");
  expect(part.map(nameOf)).toEqual(["sloth_slo_info"]);
  const heard = claims.filter(({ test }) => heardIn(test, part, rules) !== undefined);
  expect(heard.length).toBeLessThan(claims.length / 4);
});
