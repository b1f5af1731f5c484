import type { Intent } from "./freeze";
import type { Verdict } from "../types";
import { isWhole } from "../verdict/verdict";

/** What is known of the plan of one stack, to be laid beside earlier verdicts. */
export interface Evidence {
  readonly stack: string | null;
  /** Fingerprint of the synthesized stack that it was joined with. */
  readonly synth: string | undefined;
  /** Whether the plan was made of that stack: costly, so only asked when it matters. */
  readonly isOfSynth: () => boolean;
  /** Addresses that the plan changes. */
  readonly changes: readonly string[];
  /** Addresses that were changed outside of Terraform. */
  readonly drifted: ReadonlySet<string>;
}

/** Shown by the verdict of that time, or why it cannot be shown and what to do. */
export type Proof =
  | { readonly verified: true; readonly judgedAt: string }
  | { readonly verified: false; readonly why: string; readonly fix: string };

/** Clocks differ by less. */
const SKEW = 60_000;

/** Whether earlier verdicts show that a plan is the rollback or the drift revert that it says it is. */
export function prove(
  intent: Intent,
  evidence: Evidence,
  history: readonly Verdict[],
  now: Date,
): Proof {
  if (intent !== "rollback" && intent !== "drift-revert") return unproved("", "");
  const doubt = doubtOf(evidence);
  if (doubt !== undefined) return doubt;
  const applied = appliedTo(evidence.stack, history, now);
  if (intent === "rollback") return proveRollback(evidence, applied);
  return proveRevert(evidence, applied);
}

const unproved = (why: string, fix: string): Proof => ({ verified: false, why, fix });

function doubtOf({ stack, synth, isOfSynth }: Evidence): Proof | undefined {
  if (stack === null)
    return unproved("the plan names no stack", "Give the stack an output `plinth_stack`.");
  if (synth === undefined)
    return unproved(
      `there is no synthesized stack of ${stack} beside the plan`,
      "Synthesize, and give its folder by --synth.",
    );
  if (isOfSynth()) return undefined;
  return unproved(
    `the plan was not made of the synthesized stack of ${stack} beside it`,
    "Synthesize what you go back to, plan in its folder, and judge that plan.",
  );
}

/** The verdicts under which a plan of the stack may have been applied, the latest first. */
function appliedTo(stack: string | null, history: readonly Verdict[], now: Date): Verdict[] {
  return history
    .filter(
      (verdict) =>
        verdict.verdict !== "deny" &&
        verdict.complete &&
        isWhole(verdict) &&
        Date.parse(verdict.judgedAt) <= now.getTime() + SKEW &&
        // The stack and its plan: a verdict of a stack alone was not applied.
        verdict.plans.filter((one) => one.stack === stack).length > 1,
    )
    .sort((a, b) => Date.parse(b.judgedAt) - Date.parse(a.judgedAt));
}

const holds = ({ plans }: Verdict, { stack, synth }: Evidence): boolean =>
  plans.some((one) => one.stack === stack && one.fingerprint === synth);

function proveRollback(evidence: Evidence, applied: readonly Verdict[]): Proof {
  const found = applied.find((verdict) => holds(verdict, evidence));
  if (found) return { verified: true, judgedAt: found.judgedAt };
  return unproved(
    `none of ${applied.length} earlier verdicts that passed for ${String(evidence.stack)} holds this configuration`,
    "Go back to exactly what was applied (git revert changes everything back), and give the verdicts it was applied under by --history.",
  );
}

function proveRevert(evidence: Evidence, [last]: readonly Verdict[]): Proof {
  if (last === undefined || !holds(last, evidence))
    return unproved(
      `the last verdict that passed for ${String(evidence.stack)} is not of this configuration`,
      "Plan from the commit that was applied last, and give the verdict it was applied under by --history.",
    );
  const others = evidence.changes.filter((address) => !evidence.drifted.has(address));
  if (others.length === 0) return { verified: true, judgedAt: last.judgedAt };
  return unproved(
    `${others[0]} is changed and has not drifted`,
    "Revert only what drifted, or plan with --target.",
  );
}
