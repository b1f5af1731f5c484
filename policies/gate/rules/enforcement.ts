import type { Level, Rule, Severity } from "../types";

/** How strictly rules are enforced where a stack lives. */
export interface Enforcement {
  /**
   * The level of rules of a severity, where neither the rule nor {@link rules} names one.
   *
   * @default - `low` is advisory, the others are overridable
   */
  readonly levels?: Readonly<Partial<Record<Severity, Level>>>;

  /**
   * By rule id: what wins over the rule's own METADATA.
   *
   * @default {}
   */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** What a place makes of one rule. */
export interface RuleSetting {
  /** @default - the rule's own, else that of its severity */
  readonly level?: Level;
  /** @default - the rule's own */
  readonly severity?: Severity;
}

/** `low` informs and never denies; everything else denies, and can be exempted by its owner. */
export const DEFAULT_LEVELS: Readonly<Record<Severity, Level>> = {
  critical: "overridable",
  high: "overridable",
  medium: "overridable",
  low: "advisory",
};

/** How severe a rule is and how it is enforced: what is said of the rule wins over what is said of all. */
export function enforced(
  rule: Pick<Rule, "id" | "severity" | "level">,
  { levels, rules = {} }: Enforcement = {},
): Required<RuleSetting> {
  const own = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
  const severity = own?.severity ?? rule.severity;
  const said = own?.level ?? rule.level;
  return { severity, level: said ?? { ...DEFAULT_LEVELS, ...levels }[severity] };
}
