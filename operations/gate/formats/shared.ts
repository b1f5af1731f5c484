import { shippedBundle } from "../../../policies/gate";
import type { Finding, Rule, Verdict } from "../../../policies/gate/types";

/** What a finding means to whoever reads the verdict. */
export type Outcome = "deny" | "advisory" | "undetermined" | "exempt";

export const OUTCOMES: readonly Outcome[] = ["deny", "undetermined", "advisory", "exempt"];

/** An advisory rule says what a denial would say, and denies nothing. */
export function outcomeOf({ verdict, level }: Finding): Outcome {
  return verdict !== "exempt" && level === "advisory" ? "advisory" : verdict;
}

export interface StackFindings {
  /** The stack's id, or the file where no stack is known. */
  readonly stack: string;
  readonly findings: readonly Finding[];
}

/** Findings by stack: the verdict's order is kept within each; stacks without any are left out. */
export function byStack(verdict: Verdict): StackFindings[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of verdict.findings) {
    const stack = stackOf(finding, verdict);
    const group = groups.get(stack) ?? [];
    group.push(finding);
    groups.set(stack, group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stack, findings]) => ({ stack, findings }));
}

/** The construct within its stack: of a finding that names the stack alone, nothing. */
export const ownConstruct = ({ construct }: Finding): string | null =>
  construct?.includes("/") === true ? construct : null;

/** A finding's stack: the first part of its construct's path, else the only one that was judged. */
export function stackOf(finding: Finding, verdict: Verdict): string {
  if (finding.construct !== null) return finding.construct.split("/")[0] ?? finding.construct;
  const stacks = stacksOf(verdict);
  return stacks.length === 1 && stacks[0] !== undefined ? stacks[0] : "unknown stack";
}

/** Every stack that was judged, sorted; a file without a known stack stands for itself. */
export function stacksOf(verdict: Verdict): string[] {
  return [...new Set(verdict.plans.map((plan) => plan.stack ?? plan.file))].sort();
}

/** `environments/services/orders.ts:8`, or nothing. */
export const place = (finding: Finding): string | undefined =>
  finding.source === null ? undefined : `${finding.source.file}:${finding.source.line}`;

/** Where a finding comes from: the declaration's line, the path in it, the construct. What is unknown is left out. */
export const origin = (finding: Finding): string[] =>
  [place(finding), finding.path, ownConstruct(finding)].filter((part) => typeof part === "string");

/** In brackets behind a sentence: what a format has no field for. */
export const declared = (finding: Finding): string => {
  const parts = [finding.path, ownConstruct(finding)].filter((part) => part !== null);
  return parts.length === 0 ? "" : ` (${plain(parts.join(" · "))})`;
};

/** What is known of the rules that a verdict is of, and where it can be read. */
export interface RuleOptions {
  /**
   * Where the repository can be read, without a slash at the end.
   *
   * @default - unknown: rules name their page and do not link it
   */
  readonly home?: string | undefined;

  /** @default - those that ship */
  readonly rules?: readonly Rule[];
}

/** The rule of that id; undefined for what is no rule, and one that there is not any more. */
export function ruleOf(id: string, { rules }: RuleOptions): Rule | undefined {
  return (rules ?? shippedBundle().manifest.rules).find((rule) => rule.id === id);
}

/** What is no rule of `docs/policies` is said elsewhere. */
const PAGES = new Map([
  ["CHECK", "docs/gate.md"],
  ["DRIFT", "docs/gate.md"],
  ["EXEMPTION", "docs/gate.md"],
  ["FREEZE", "docs/freeze.md"],
]);

/** The page that tells of a finding's id, from the repository's root. */
export function rulePage(id: string, options: RuleOptions): string | undefined {
  const rule = ruleOf(id, options);
  return PAGES.get(id) ?? rule?.page ?? (rule && `docs/policies/${id}.md`);
}

/** Its address; undefined where the repository's is not known, or there is no such page. */
export function pageLink(id: string, options: RuleOptions): string | undefined {
  const page = rulePage(id, options);
  if (options.home === undefined || page === undefined) return undefined;
  return `${options.home}/${encodeURI(page)}`;
}

const WORDS = { pass: "passed", deny: "denied", undetermined: "passed, undetermined" } as const;

/** `denied: 2 denied, 1 undetermined … (14 rules, 32 resources, 2 files)`. */
export function summaryOf(verdict: Verdict): string {
  const { deny, undetermined, advisory, exempt, rules, resources } = verdict.counts;
  const found = `${deny} denied, ${undetermined} undetermined, ${advisory} advisory, ${exempt} exempt`;
  const judged = [
    count(rules, "rule"),
    count(resources, "resource"),
    count(verdict.plans.length, "file"),
  ];
  const partial = verdict.complete ? "" : "; the plan is not complete";
  const strict = isStrict(verdict) ? "; this environment denies what nobody could decide" : "";
  return `${WORDS[verdict.verdict]}: ${found} (${judged.join(", ")}${partial}${strict})`;
}

/** Whether it denies only because its environment does not let pass what no stage could decide. */
const isStrict = (verdict: Verdict): boolean =>
  verdict.verdict === "deny" && verdict.counts.deny === 0;

/** Whether a finding is why the verdict is a denial. */
export function denies(finding: Finding, verdict: Verdict): boolean {
  const outcome = outcomeOf(finding);
  return outcome === "deny" || (outcome === "undetermined" && isStrict(verdict));
}

/** What is wrong, below a heading that names the address. */
export const claim = ({ address, message }: Finding): string =>
  message.startsWith(`${address} `) ? message.slice(address.length + 1) : message;

/** `address: message`, the address once. */
export function sentence({ address, message }: Finding): string {
  const text = address !== "" && message.startsWith(address) ? message : `${address}: ${message}`;
  return plain(text);
}

export const count = (many: number, what: string): string =>
  `${many} ${what}${many === 1 ? "" : "s"}`;

/**
 * One line that a terminal, a log and a reviewer show as it is: addresses hold keys that a pull request
 * chose, so control characters and those that turn the direction of text are made visible.
 */
export function plain(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** At most so many characters, on one line, never half of a pair. */
export function shorten(text: string, most: number): string {
  const line = plain(text);
  if (line.length <= most) return line;
  return `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
