/**
 * Rules as queries over a whole trace. What a rule reads of others at the same moment stands in its place, with their
 * labels, as in a group that is evaluated in order; what it reads over a range is recorded first.
 */

import { minutesIn } from "../../dashboards/promql";

/** A rule of a file, recording or alerting. */
export interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface Recording {
  readonly selector: string;
  readonly query: string;
}

/** Fires while its query has found something for so long. */
export interface Page {
  readonly query: string;
  readonly forMinutes: number;
}

export interface Rules {
  /** Recorded for each minute before anything else. */
  readonly recordings: readonly Recording[];
  readonly pages: readonly Page[];
  /** Share of the budget left. */
  readonly remaining: string;
}

const REMAINING = "slo:period_error_budget_remaining:ratio";

/** Of files that record the budget and name severities as Sloth does. */
export function rulesOf(rules: readonly Rule[]): Rules {
  const records = recordsOf(rules);
  const remaining = records.find(({ record }) => record === REMAINING);
  if (remaining === undefined) throw new Error("no rule records the budget");
  const isPage = ({ labels }: Rule): boolean => labels?.["sloth_severity"] === "page";
  return rulesWith(rules, isPage, remaining.expr);
}

/**
 * @param isPage - tells the alerts that wake somebody
 * @param remaining - what asks for the share of the budget left
 */
export function rulesWith(
  rules: readonly Rule[],
  isPage: (alert: Rule) => boolean,
  remaining: string,
): Rules {
  const records = recordsOf(rules);
  const ranged = rangedIn(rules);
  const later = records.filter(({ record }) => !ranged.has(record));
  const pages = rules.filter((rule) => rule.alert !== undefined && isPage(rule));
  if (pages.length === 0) throw new Error("no alert is a page");
  return {
    recordings: records
      .filter(({ record }) => ranged.has(record))
      .map((rule) => ({
        selector: `${rule.record}${matchers(rule)}`,
        query: inlined(rule.expr, records),
      })),
    pages: pages.map((rule) => ({
      query: inlined(rule.expr, later),
      forMinutes: minutesIn(rule.for ?? ""),
    })),
    remaining: inlined(remaining, later),
  };
}

const recordsOf = (rules: readonly Rule[]): Rule[] =>
  rules.filter(({ record }) => record !== undefined);

/** Selectors of records, with what follows: `[` reads a range, and `offset` an earlier moment. */
const SELECTOR = /\b([a-z]\w*:[a-z0-9_:]+)(\{[^}]*\})(\s*\[|\s+offset\b)?/gi;

/** The records that are read over a range. */
const rangedIn = (rules: readonly Rule[]): ReadonlySet<string | undefined> =>
  new Set(
    rules.flatMap(({ expr }) =>
      [...expr.matchAll(SELECTOR)].flatMap(([, name, , past]) =>
        past === undefined ? [] : [name],
      ),
    ),
  );

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
