/** What `opa parse --json-include locations` prints, as far as mutating needs it. */
export interface Location {
  readonly row: number;
  readonly col: number;
  /** What stands there, base64. */
  readonly text: string;
}

export interface Located {
  readonly location?: Location;
}

export interface Term extends Located {
  readonly type: string;
  readonly value: unknown;
}

export interface Expression extends Located {
  /** One term, a call (the operator first), or a `some` or `every` declaration. */
  readonly terms: Term | readonly Term[] | Located;
  readonly negated?: boolean;
  /** Written by nobody: the body of a rule that has none. */
  readonly generated?: boolean;
  readonly with?: readonly { readonly value: Term }[];
}

export interface Head extends Located {
  readonly args?: readonly Term[];
  readonly key?: Term;
  readonly value?: Term;
}

export interface Rule extends Located {
  readonly default?: boolean;
  readonly head: Head;
  readonly body: readonly Expression[];
  readonly else?: Rule;
}

export interface Module {
  readonly rules?: readonly Rule[];
}

/** What a reference that is no more than names spells: `report.violation`; undefined for any other term. */
export function nameOf(term: Term | undefined): string | undefined {
  if (term?.type !== "ref") return undefined;
  const parts = (term.value as readonly Term[]).map(({ value }) => value);
  return parts.every((part) => typeof part === "string") ? parts.join(".") : undefined;
}

export function isTerm(value: unknown): value is Term {
  return typeof value === "object" && value !== null && "type" in value && "value" in value;
}

export function isExpression(value: unknown): value is Expression {
  return typeof value === "object" && value !== null && "terms" in value;
}
