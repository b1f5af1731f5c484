import { loadBundle, shippedBundle } from "../bundle";
import { CannotJudge } from "../errors";
import { sha256 } from "../input/fingerprint";
import { read } from "../input/input";
import { asArray, asObject, asString, isArray, isObject } from "../json";
import type { GateFile, Json, Verdict } from "../types";
import { isWhole } from "./verdict";

export interface VerifyOptions {
  readonly now: Date;

  /**
   * How old a verdict may be, milliseconds.
   *
   * @default 86400000 (24 hours)
   */
  readonly maxAge?: number;

  /**
   * Bytes of the rules the verdict must be of.
   *
   * @default - the rules that ship with Plinth
   */
  readonly bundle?: Uint8Array;

  /**
   * Bytes of the exemptions the verdict must have been judged with.
   *
   * @default - whichever it was judged with
   */
  readonly exemptions?: Uint8Array;

  /**
   * Bytes of the error budgets the verdict must have been judged with.
   *
   * @default - whichever it was judged with
   */
  readonly budget?: Uint8Array;

  /**
   * Whether an undetermined verdict is a denial where a stack lives; null is a stack of no name.
   *
   * @default - nowhere
   */
  readonly strict?: (stack: string | null) => boolean;
}

export interface Verification {
  /** 0: these plans may be applied; 2: they may not. */
  readonly exitCode: 0 | 2;
  /** Why not, a sentence each. */
  readonly problems: readonly string[];
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Whether a verdict allows these plans: it passed, it is fresh, it is of these very plans and
 * of these rules. A plan is recognised by its fingerprint.
 *
 * @throws CannotJudge when a file cannot be read
 */
export function verify(
  verdict: Verdict,
  plans: readonly GateFile[],
  options: VerifyOptions,
): Verification {
  if (plans.length === 0) throw new CannotJudge("gate verify", "no plan to verify: give a file");
  const bundle = options.bundle ? loadBundle(options.bundle) : shippedBundle();
  const problems = [
    ...health(verdict, options),
    ...(isWhole(verdict)
      ? []
      : ["the verdict contradicts its own findings: it was changed after judging; judge again"]),
    ...(verdict.bundle.sha256 === bundle.sha256
      ? []
      : ["the verdict is of other rules: judge again"]),
    ...otherFile("exemptions", verdict.exemptions.sha256, options.exemptions),
    ...otherFile("budget", verdict.budget.sha256, options.budget),
    ...plans.flatMap((plan) => planProblems(plan, verdict, options)),
  ];
  return { exitCode: problems.length > 0 ? 2 : 0, problems };
}

function health(verdict: Verdict, { now, maxAge = DAY }: VerifyOptions): string[] {
  const age = now.getTime() - Date.parse(verdict.judgedAt);
  const problems: string[] = [];
  if (verdict.verdict === "deny") problems.push("the verdict is a denial");
  if (!(age <= maxAge)) problems.push(`the verdict of ${verdict.judgedAt} is too old: judge again`);
  if (age < -60_000) problems.push(`the verdict of ${verdict.judgedAt} is from the future`);
  return problems;
}

function otherFile(what: string, judged: string | null, given: Uint8Array | undefined): string[] {
  if (given === undefined || sha256(given) === judged) return [];
  return [`the verdict is of ${judged === null ? "no" : "another"} ${what} file: judge again`];
}

function planProblems(file: GateFile, verdict: Verdict, { strict }: VerifyOptions): string[] {
  const plan = read(file);
  if (plan.stage !== "plan") throw new CannotJudge(file.name, "is a synthesized stack, not a plan");
  const known = verdict.plans.some(
    ({ fingerprint, stack }) => fingerprint === plan.fingerprint && stack === plan.stack,
  );
  if (!known) return [`${file.name} is not among the plans judged: judge it`];
  if (verdict.verdict !== "undetermined" || strict?.(plan.stack) !== true) return [];
  return [`${file.name} is undetermined, which the environment of ${String(plan.stack)} denies`];
}

/** @throws CannotJudge when the text is not a verdict */
export function parseVerdict(bytes: Uint8Array, name = "--verdict"): Verdict {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new CannotJudge(name, "is not JSON");
  }
  if (!isVerdict(value)) throw new CannotJudge(name, 'is not a verdict of schema "plinth.gate/v1"');
  return value;
}

function isVerdict(value: unknown): value is Verdict {
  const verdict = asObject(value as Json);
  return (
    verdict["schema"] === "plinth.gate/v1" &&
    ["pass", "deny", "undetermined"].includes(asString(verdict["verdict"]) ?? "") &&
    [verdict["judgedAt"], asObject(verdict["bundle"])["sha256"]].every(isText) &&
    [verdict["exemptions"], verdict["budget"]].every((part) => isHash(asObject(part)["sha256"])) &&
    [verdict["plans"], verdict["findings"]].every(isArray) &&
    asArray(verdict["plans"]).every((plan) => isText(asObject(plan)["fingerprint"])) &&
    asArray(verdict["findings"]).every(isObject) &&
    isObject(verdict["counts"])
  );
}

const isHash = (value: Json | undefined): boolean => value === null || isText(value);

const isText = (value: Json | undefined): boolean => typeof value === "string";
