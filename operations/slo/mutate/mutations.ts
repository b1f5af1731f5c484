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
  /** Of the same mistakes in the same rule, the how manieth. */
  readonly place: number;
  /** The rule's place in the group, and what stands there instead. */
  readonly index: number;
  readonly wrong: Rule;
}

/** Every mistake, one at a time. */
export const mutantsOf = ({ rules }: RuleGroup): Mutant[] =>
  rules.flatMap((rule, index) =>
    numbered(mistakesIn(rule)).map((mistake) => ({ ...mistake, rule: nameOf(rule), index })),
  );

const numbered = (mistakes: readonly WrongRule[]): (WrongRule & Pick<Mutant, "place">)[] =>
  mistakes.map((mistake, at) => ({
    ...mistake,
    place: 1 + mistakes.slice(0, at).filter((before) => isAlike(before, mistake)).length,
  }));

const isAlike = (one: WrongRule, other: WrongRule): boolean =>
  one.kind === other.kind && one.from === other.from && one.to === other.to;

function nameOf(rule: Rule): string {
  if ("record" in rule) return rule.record;
  const tier = rule.labels["burn_tier"];
  return tier === undefined ? rule.alert : `${rule.alert} ${tier}`;
}

type WrongRule = Pick<Mutant, "kind" | "from" | "to" | "wrong">;

const mistakesIn = (rule: Rule): WrongRule[] => [
  ...MISTAKES.flatMap((mistake) => wrongQueries(rule, mistake)),
  ...wrongLabels(rule),
  ...wrongPatience(rule),
];

const wrongQueries = (rule: Rule, { kind, from, to }: Mistake): WrongRule[] =>
  [...rule.expr.matchAll(from)].flatMap(({ 0: found, index }) =>
    to(found).map((instead) => ({
      kind,
      from: withoutMatchers(found.trim()),
      to: instead,
      wrong: { ...rule, expr: edited(rule.expr, index, found, instead) },
    })),
  );

/** What a condition asks, without whose it is. */
const withoutMatchers = (query: string): string => query.replaceAll(/\{[^}]*\}/g, "");

const edited = (expr: Rule["expr"], index: number, from: string, to: string): Rule["expr"] =>
  `${expr.slice(0, index)}${to}${expr.slice(index + from.length)}` as Rule["expr"];

const wrongLabels = (rule: Rule): WrongRule[] =>
  Object.entries(rule.labels).map(([name, value]) => ({
    kind: "label",
    from: `${name}: ${value}`,
    to: `${name}: wrong`,
    wrong: { ...rule, labels: { ...rule.labels, [name]: "wrong" } },
  }));

/** A minute sooner and a minute later. */
const wrongPatience = (rule: Rule): WrongRule[] => {
  if (!("for" in rule) || rule.for === undefined) return [];
  const minutes = Number.parseInt(rule.for, 10);
  return [minutes - 1, minutes + 1].map((one) => {
    const to = `${one}m`;
    return { kind: "for", from: `for: ${rule.for}`, to: `for: ${to}`, wrong: { ...rule, for: to } };
  });
};
