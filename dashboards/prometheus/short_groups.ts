import { budgetRules } from "../slo/recording";
import { ruleGroup, type RuleGroup } from "../slo/rule_file";
import type { Slo } from "../slo/slo";

/** Mimir, and Amazon's engine, refuse a group of more rules whole unless their limit is raised. */
export const MOST_RULES = 20;

/**
 * An SLO's rules where a group may hold only so many: what is left of its budget, and the alert on missing data, have a
 * group of their own. Groups have no order between them, so that one may read what was counted a minute before; what
 * counts and what burns stay together and in order.
 */
export function shortGroups(slo: Slo): RuleGroup[] {
  const whole = ruleGroup(slo);
  const budget = new Set(budgetRules(slo).map(({ record }) => record));
  const canWait = (rule: RuleGroup["rules"][number]): boolean =>
    "record" in rule ? budget.has(rule.record) : rule.alert === slo.alert("MetricAbsent");
  return [
    { ...whole, rules: whole.rules.filter((rule) => !canWait(rule)) },
    { ...whole, name: `${whole.name}-budget`, rules: whole.rules.filter(canWait) },
  ];
}

/** Of groups that are too long all the same, as a few are over the calendar month. */
export function limitNote(groups: readonly RuleGroup[], limit: string): string[] {
  const most = Math.max(...groups.map(({ rules }) => rules.length));
  if (most <= MOST_RULES) return [];
  return [
    `A group has ${most} rules: have ${limit} raised to ${most} or more; it is ${MOST_RULES} by default.`,
  ];
}
