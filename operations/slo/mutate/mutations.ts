/** What can be wrong in a rule: each mistake is one edit of its query, its labels or its patience. */
import type { RuleGroup } from "../../../dashboards/slo/rule_file";
import { MISTAKES, type Kind, type Mistake } from "./mistakes";

type Rule = RuleGroup["rules"][number];

/** One mistake in one rule of a group. */
export interface Mutant {
  readonly kind: Kind;
  /** What is recorded or alerts, with the window or tier that tells it from its like. */
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  /** The group with the mistake in it. */
  readonly group: RuleGroup;
}

/** Every mistake, one at a time. */
export const mutantsOf = (group: RuleGroup): Mutant[] =>
  group.rules.flatMap((rule, at) =>
    mistakesIn(rule).map(({ rule: wrong, ...mistake }) => ({
      ...mistake,
      rule: nameOf(rule),
      group: { ...group, rules: group.rules.map((one, index) => (index === at ? wrong : one)) },
    })),
  );

function nameOf(rule: Rule): string {
  if ("record" in rule) return rule.record;
  const tier = rule.labels["burn_tier"];
  return tier === undefined ? rule.alert : `${rule.alert} ${tier}`;
}

interface WrongRule extends Pick<Mutant, "kind" | "from" | "to"> {
  readonly rule: Rule;
}

const mistakesIn = (rule: Rule): WrongRule[] => [
  ...MISTAKES.flatMap((mistake) => wrongQueries(rule, mistake)),
  ...wrongLabels(rule),
  ...wrongPatience(rule),
];

const wrongQueries = (rule: Rule, { kind, from, to }: Mistake): WrongRule[] =>
  [...rule.expr.matchAll(from)].flatMap(({ 0: found, index }) =>
    to(found).map((instead) => ({
      kind,
      from: found.trim(),
      to: instead,
      rule: { ...rule, expr: edited(rule.expr, index, found, instead) },
    })),
  );

const edited = (expr: Rule["expr"], index: number, from: string, to: string): Rule["expr"] =>
  `${expr.slice(0, index)}${to}${expr.slice(index + from.length)}` as Rule["expr"];

const wrongLabels = (rule: Rule): WrongRule[] =>
  Object.entries(rule.labels).map(([name, value]) => ({
    kind: "label",
    from: `${name}: ${value}`,
    to: `${name}: wrong`,
    rule: { ...rule, labels: { ...rule.labels, [name]: "wrong" } },
  }));

/** A minute sooner and a minute later. */
const wrongPatience = (rule: Rule): WrongRule[] => {
  if (!("for" in rule) || rule.for === undefined) return [];
  const minutes = Number.parseInt(rule.for, 10);
  return [minutes - 1, minutes + 1].map((one) => {
    const to = `${one}m`;
    return { kind: "for", from: `for: ${rule.for}`, to: `for: ${to}`, rule: { ...rule, for: to } };
  });
};
