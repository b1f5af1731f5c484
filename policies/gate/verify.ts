import { loadBundle, shippedBundle } from "./bundle";
import { CannotJudge } from "./errors";
import { read } from "./input";
import { asArray, asObject, asString, isArray, isObject } from "./json";
import type { GateFile, Json, Verdict } from "./types";

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
    ...(verdict.bundle.sha256 === bundle.sha256
      ? []
      : ["the verdict is of other rules: judge again"]),
    ...plans.flatMap((plan) => unknownPlan(plan, verdict)),
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

function unknownPlan(file: GateFile, verdict: Verdict): string[] {
  const plan = read(file);
  if (plan.stage !== "plan") throw new CannotJudge(file.name, "is a synthesized stack, not a plan");
  const known = verdict.plans.some((judged) => judged.fingerprint === plan.fingerprint);
  return known ? [] : [`${file.name} is not among the plans judged: judge it`];
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
    [verdict["plans"], verdict["findings"]].every(isArray) &&
    asArray(verdict["plans"]).every((plan) => isText(asObject(plan)["fingerprint"])) &&
    isObject(verdict["counts"])
  );
}

const isText = (value: Json | undefined): boolean => typeof value === "string";
