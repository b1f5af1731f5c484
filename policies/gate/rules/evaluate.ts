import { loadPolicySync } from "@open-policy-agent/opa-wasm";
import type { LoadedPolicy } from "@open-policy-agent/opa-wasm";
import type { Bundle } from "../bundle";
import { CannotJudge } from "../errors";
import { asWritten } from "../input/legible";
import { projectionOf } from "./project";
import type { JsonObject, Rule, Subject } from "../types";
import { blockers, isSettled } from "../input/unknowns";

/** What one rule says of one subject. A pass has no row. */
export interface Row {
  readonly subject: Subject;
  readonly rule: Rule;
  readonly verdict: "deny" | "undetermined";
  readonly message: string;
}

/** What the compiled rules hand back: subject number, rule, message. */
interface Raw {
  readonly n: number;
  readonly id: string;
  readonly message: string;
  /** The claim is about a value that was read, see `lib/report.rego`. */
  readonly certain: boolean;
}

/** Keeps memory flat, about 10 MB of Wasm heap, and what is judged within the processor's cache. */
const BATCH = 128;
/** Of 64 KiB: what a batch of common resources needs. More is added page by page, which is far slower. */
const PAGES = 160;

/** Runs every rule on every subject of its types and stages: one Wasm call per 128 subjects. */
export function evaluate(subjects: readonly Subject[], bundle: Bundle): Row[] {
  const findings = byNumber(rawFindings(subjects, bundle));
  const rows: Row[] = [];
  const judges = byType(bundle.manifest.rules);
  subjects.forEach((subject, n) => {
    const found = findings.get(n) ?? NONE;
    if (found.length === 0 && isSettled(subject)) return;
    for (const rule of judges.get(subject.type) ?? []) {
      const own = found.filter(({ id }) => id === rule.id);
      if (applies(rule, subject)) settle(subject, rule, own, rows);
    }
  });
  return rows;
}

const NONE: readonly Raw[] = [];

function byNumber(findings: readonly Raw[]): Map<number, Raw[]> {
  const found = new Map<number, Raw[]>();
  for (const finding of findings) {
    const same = found.get(finding.n);
    if (same) same.push(finding);
    else found.set(finding.n, [finding]);
  }
  return found;
}

/** A rule that reads `actions` judges changes; the others judge what will exist. */
export function judgesChanges(rule: Rule): boolean {
  return rule.reads.some((path) => path[0] === "actions");
}

/** Whether a rule is applicable to a subject: its type, its stage, and that it will exist. */
export function applies(rule: Rule, subject: Subject): boolean {
  return rule.stages.includes(subject.stage) && (!subject.gone || judgesChanges(rule));
}

function byType(rules: Iterable<Rule>): Map<string, Rule[]> {
  const found = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const type of rule.types) found.set(type, [...(found.get(type) ?? []), rule]);
  }
  return found;
}

/** The three answers: what is not certain is withdrawn while a value the rule reads is unknown. */
function settle(subject: Subject, rule: Rule, findings: readonly Raw[], rows: Row[]): void {
  const reasons = blockers(rule, subject);
  const standing = reasons.length > 0 ? findings.filter((finding) => finding.certain) : findings;
  for (const message of new Set(standing.map((finding) => asWritten(finding.message))))
    rows.push({ subject, rule, verdict: "deny", message });
  if (reasons.length === 0 || standing.length > 0) return;
  // What counts as set needs no answer until it is missed.
  if (rule.unknown !== "set" || findings.length > 0) rows.push(unsettled(subject, rule, reasons));
}

function unsettled(subject: Subject, rule: Rule, reasons: readonly string[]): Row {
  const why =
    subject.stage === "plan" ? "known only after apply, or sensitive" : "not written in the stack";
  const verdict = rule.unknown === "deny" ? "deny" : "undetermined";
  const message = `${subject.address} cannot be judged: ${reasons.join(", ")} is ${why}`;
  return { subject, rule, verdict, message };
}

function rawFindings(subjects: readonly Subject[], bundle: Bundle): Raw[] {
  const project = projectionOf(bundle.manifest);
  const judged = new Set(bundle.manifest.rules.flatMap((rule) => rule.types));
  const found: Raw[] = [];
  for (let from = 0; from < subjects.length; from += BATCH) {
    const batch = subjects.slice(from, from + BATCH);
    found.push(...call(bundle, inputOf(batch, from, judged, project)));
  }
  return found;
}

/** The rules of a bundle, ready to run: made when first needed, and kept, as their memory is. */
const running = new WeakMap<Bundle, LoadedPolicy>();

function policyOf(bundle: Bundle): LoadedPolicy {
  const policy = running.get(bundle) ?? loadPolicySync(bundle.module, { initial: PAGES });
  running.set(bundle, policy);
  return policy;
}

/** opa-wasm throws texts, not errors. */
function call(bundle: Bundle, input: ArrayBuffer): readonly Raw[] {
  try {
    const [answer] = policyOf(bundle).evaluate(input, "dispatch/findings") as [{ result: Raw[] }];
    return answer.result;
  } catch (error) {
    running.delete(bundle);
    throw new CannotJudge("policy", `failed while judging: ${String(error)}`);
  }
}

/** Those that some rule judges, by type. */
function inputOf(
  subjects: readonly Subject[],
  from: number,
  judged: ReadonlySet<string>,
  project: (subject: Subject) => JsonObject,
): ArrayBuffer {
  const types: Record<string, JsonObject[]> = {};
  subjects.forEach((subject, i) => {
    if (!judged.has(subject.type)) return;
    (types[subject.type] ??= []).push({ n: from + i, ...project(subject) });
  });
  return encode({ types });
}

function encode(input: unknown): ArrayBuffer {
  const bytes = new TextEncoder().encode(JSON.stringify(input));
  const whole = bytes.byteLength === bytes.buffer.byteLength;
  return whole ? bytes.buffer : bytes.slice().buffer;
}
