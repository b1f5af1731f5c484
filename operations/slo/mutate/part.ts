/** What of a group has to do with one of its rules: nothing else of it can change by a mistake there. */
import type { RuleGroup } from "../../../dashboards/slo/rule_file";
import type { TestCase } from "../../../dashboards/slo/tests/test_case";

type Rule = RuleGroup["rules"][number];
type Related = (rule: Rule) => readonly Rule[];

/** The rules that read what the one at an index gives, themselves or by others, and all that those read. */
export function partOf({ rules }: RuleGroup, index: number, wrong: Rule): ReadonlySet<number> {
  const rule = rules[index] as Rule;
  const heard = closure([rule], (one) => rules.filter((other) => reads(other, one)));
  const all = closure([...heard, wrong], (one) => rules.filter((other) => reads(one, other)));
  return new Set(rules.flatMap((one, at) => (all.has(one) ? [at] : [])));
}

function closure(of: readonly Rule[], related: Related): ReadonlySet<Rule> {
  const found = new Set(of);
  // A set that grows is read to its end.
  for (const rule of found) for (const one of related(rule)) found.add(one);
  return found;
}

const reads = (rule: Rule, other: Rule): boolean =>
  "record" in other && wordsOf(rule).has(other.record);

const wordsOf = (rule: Rule): ReadonlySet<string> =>
  wordsIn(`${rule.expr} ${"alert" in rule ? JSON.stringify(rule.annotations) : ""}`);

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.match(/[\w:]+/g));

/** What a test says of some of a group's rules; undefined when it says nothing of them. */
export function heardIn(
  test: TestCase,
  part: readonly Rule[],
  all: readonly Rule[],
): TestCase | undefined {
  const others = all.filter((rule) => !part.includes(rule));
  const alerts = (test.alert_rule_test ?? [])
    .filter(({ alertname }) => part.some((rule) => "alert" in rule && rule.alert === alertname))
    .map(({ exp_alerts, ...check }) => ({
      ...check,
      exp_alerts: exp_alerts.filter(
        ({ exp_labels }) => !others.some((rule) => isAlert(rule, check.alertname, exp_labels)),
      ),
    }));
  const expressions = (test.promql_expr_test ?? []).filter(
    ({ expr }) => !others.some((rule) => isAskedFor(rule, expr)),
  );
  if (alerts.length + expressions.length === 0) return undefined;
  return { ...test, alert_rule_test: alerts, promql_expr_test: expressions };
}

const isAlert = (rule: Rule, name: string, labels: Readonly<Record<string, string>>): boolean =>
  "alert" in rule &&
  rule.alert === name &&
  Object.entries(rule.labels).every(([label, value]) => labels[label] === value);

/** Whether an expression reads what a rule gives: a record by its name, an alert by its labels. */
const isAskedFor = (rule: Rule, expr: string): boolean =>
  "record" in rule
    ? wordsIn(expr).has(rule.record)
    : expr.includes(`alertname="${rule.alert}"`) &&
      expr.includes(`burn_tier="${rule.labels["burn_tier"]}"`);
