export type Severity = "critical" | "high" | "medium" | "low";

/** `advisory` informs and never denies, `overridable` denies unless exempted, `hard` denies whatever is exempted. */
export type Level = "advisory" | "overridable" | "hard";

/** What an environment makes of the gate's rules. What is said of one rule wins over what is said of a severity. */
export interface Enforcement {
  /**
   * The level of every rule of a severity whose METADATA names none.
   *
   * @default - "advisory" for `low`, "overridable" for the others
   */
  readonly levels?: Readonly<Partial<Record<Severity, Level>>>;

  /**
   * By the id of one of Plinth's rules, such as `AWS-SQS-001`. Rules of your own say it in their METADATA (`level`).
   *
   * @default {}
   */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

export interface RuleSetting {
  /** @default - the rule's own, else that of its severity */
  readonly level?: Level;

  /**
   * How grave a finding of it is.
   *
   * @default - the rule's own
   */
  readonly severity?: Severity;
}
