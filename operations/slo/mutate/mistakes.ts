/** What somebody could get wrong in a query. */
export const KINDS = [
  "factor",
  "window",
  "comparison",
  "operator",
  "numerator",
  "label",
  "term",
  "for",
] as const;
export type Kind = (typeof KINDS)[number];

/** What it looks for, and what it puts there instead; each place is a mutant, and each thing instead. */
export interface Mistake {
  readonly kind: Kind;
  readonly from: RegExp;
  readonly to: (found: string) => readonly string[];
}

const swap =
  (pairs: Readonly<Record<string, string>>) =>
  (found: string): string[] =>
    pairs[found] === undefined ? [] : [pairs[found]];

const instead =
  (...texts: readonly string[]) =>
  (): readonly string[] =>
    texts;

const twiceAndHalf = (found: string): string[] => [`${Number(found) * 2}`, `${Number(found) / 2}`];

const longer = (found: string): string[] => [found.replace(/\d+/, (n) => `${Number(n) * 2}`)];

const otherWindow = (found: string): string[] => [found === "1h" ? "6h" : "1h"];

/** A matcher that finds all but what it should. */
const unlike = (found: string): string[] => [found.replace("=", "!=")];

export const MISTAKES: readonly Mistake[] = [
  {
    kind: "factor",
    from: /(?<=[<>]=?( bool)? |vector\()(?!0\b(?!\.))\d[\d.]*/g,
    to: twiceAndHalf,
  },
  { kind: "window", from: /(?<=\[|offset )\d+[mhd]/g, to: longer },
  { kind: "window", from: /(?<=ratio_rate)\d+[mhd]/g, to: otherWindow },
  {
    kind: "comparison",
    from: /(?<= )[<>]=?(?= )/g,
    to: swap({ ">": ">=", ">=": ">", "<": "<=", "<=": "<" }),
  },
  { kind: "comparison", from: /(?<= )[<>](?==? )/g, to: swap({ ">": "<", "<": ">" }) },
  {
    kind: "operator",
    from: /(?<= )[-+*/](?= )/g,
    to: swap({ "+": "-", "-": "+", "*": "/", "/": "*" }),
  },
  {
    kind: "numerator",
    from: /(?<=slo:sli_)(bad|total)/g,
    to: swap({ bad: "total", total: "bad" }),
  },
  { kind: "label", from: /(?<=\{|, )\w+="[^"]*"/g, to: unlike },
  { kind: "term", from: /\nand [^\n]+/g, to: instead("") },
  { kind: "term", from: /^[^\n]+\nand /g, to: instead("") },
  { kind: "term", from: / or (?:[^()]|\([^()]*\))*$/g, to: instead("") },
  { kind: "term", from: /clamp_min(?=\()/g, to: instead("clamp_max") },
  { kind: "term", from: /min_over_time/g, to: instead("max_over_time") },
];
