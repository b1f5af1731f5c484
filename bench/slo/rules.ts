/**
 * Rules as queries over a whole trace. What a rule reads of others at the same moment stands in its place, with their
 * labels, as in a group that is evaluated in order; what it reads over a range is recorded first.
 */

/** A rule of a file, recording or alerting. */
export interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface Recording {
  readonly selector: string;
  readonly query: string;
}

export interface Rules {
  /** Recorded for each minute before anything else. */
  readonly recordings: readonly Recording[];
  /** Something is found while a page fires. */
  readonly pages: readonly string[];
  /** Share of the budget left. */
  readonly remaining: string;
}

const REMAINING = "slo:period_error_budget_remaining:ratio";

/** Selectors of records, with what follows: `[` reads a range, and `offset` an earlier moment. */
const SELECTOR = /\b(slo:[a-z0-9_:]+)(\{[^}]*\})(\s*\[|\s+offset\b)?/gi;

export function rulesOf(rules: readonly Rule[]): Rules {
  const records = rules.filter(({ record }) => record !== undefined);
  const ranged = new Set(
    rules.flatMap(({ expr }) =>
      [...expr.matchAll(SELECTOR)].flatMap(([, name, , past]) =>
        past === undefined ? [] : [name],
      ),
    ),
  );
  const isRanged = ({ record }: Rule): boolean => ranged.has(record);
  const later = records.filter((rule) => !isRanged(rule));
  const pages = rules.filter(
    ({ alert, labels }) => alert !== undefined && labels?.["sloth_severity"] === "page",
  );
  const remaining = records.find(({ record }) => record === REMAINING);
  if (remaining === undefined || pages.length === 0) throw new Error("no pages or no budget");
  return {
    recordings: records.filter(isRanged).map((rule) => ({
      selector: `${rule.record}${matchers(rule)}`,
      query: inlined(rule.expr, records),
    })),
    pages: pages.map(({ expr }) => inlined(expr, later)),
    remaining: inlined(remaining.expr, later),
  };
}

const entries = ({ labels = {} }: Rule): [string, string][] => Object.entries(labels);

const matchers = (rule: Rule): string =>
  `{${entries(rule)
    .map(([label, value]) => `${label}="${value}"`)
    .join(",")}}`;

function inlined(expr: string, records: readonly Rule[]): string {
  return expr.replace(SELECTOR, (whole, name: string, _labels: string, past?: string) => {
    const found = records.find((rule) => rule.record === name);
    return found === undefined || past !== undefined ? whole : labelled(found, records);
  });
}

/** The record's query with the labels that recording would give it. */
const labelled = (rule: Rule, records: readonly Rule[]): string =>
  entries(rule).reduce(
    (query, [label, value]) => `label_replace(${query}, "${label}", "${value}", "", "")`,
    `(${inlined(rule.expr, records)})`,
  );
