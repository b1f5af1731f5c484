import { loadBundle, shippedBundle } from "./bundle";
import type { Bundle } from "./bundle";
import { readBudget } from "./freeze/budget";
import { meaningOf, remembered } from "./cache";
import type { JudgementCache } from "./cache";
import type { Enforcement } from "./rules/enforcement";
import { CannotJudge } from "./errors";
import { asExpected } from "./expected";
import { readFreezeExceptions } from "./freeze/exceptions";
import { readExemptions } from "./exemptions/exemptions";
import type { Intent } from "./freeze/freeze";
import { sha256 } from "./input/fingerprint";
import { read } from "./input/input";
import type { ReadPlan, ReadSynth } from "./input/input";
import { byStack, judgementOf, jointRows } from "./judgement";
import type { Judgement } from "./judgement";
import { exempted } from "./exemptions/life";
import type { PlacedFinding } from "./exemptions/life";
import { openedFile } from "./opened";
import { placed } from "./verdict/place";
import type { PlacedRow } from "./verdict/place";
import { failedChecks } from "./input/plan";
import { plannedOf } from "./freeze/planned";
import { releaseFindings } from "./freeze/release";
import type { GateFile, Stage, Verdict } from "./types";
import { checkFinding, verdictOf } from "./verdict/verdict";

/** Under which the error-budget policy judges. */
export interface ReleaseOptions {
  /** Bytes of the file that `plinth budget` wrote. */
  readonly budget: Uint8Array;

  /**
   * What the change is for.
   *
   * @default "feature"
   */
  readonly intent?: Intent;

  /**
   * Verdicts under which plans were applied, which verify a rollback and a drift revert.
   *
   * @default []
   */
  readonly history?: readonly Verdict[];
}

export interface JudgeOptions {
  /** The moment of judgement. */
  readonly now: Date;

  /**
   * Synthesized stacks to join the plans with. Only stacks of which `files` holds a plan are used.
   *
   * @default - none: what a plan does not know stays undetermined
   */
  readonly synth?: readonly GateFile[];

  /**
   * The environment the files must be of: a file of another one cannot be judged.
   *
   * @default - any
   */
  readonly env?: string;

  /**
   * The kind of file expected.
   *
   * @default "auto"
   */
  readonly stage?: "auto" | Stage;

  /**
   * Bytes of the base branch's `gate/exemptions.json`.
   *
   * @default - no exemption applies
   */
  readonly exemptions?: Uint8Array;

  /**
   * Error budgets: what their policy says of the plans is judged too. Their hash enters the verdict.
   *
   * @default - no release waits for a budget
   */
  readonly release?: ReleaseOptions;

  /**
   * Bytes of the compiled rules.
   *
   * @default - the rules that ship with Plinth
   */
  readonly bundle?: Uint8Array;

  /**
   * Where judgements are kept: what was judged before by the same rules is not judged again. The verdict is the
   * same with it and without.
   *
   * @default - none
   */
  readonly cache?: JudgementCache;

  /**
   * What becomes of a verdict that nobody can tell before apply.
   *
   * @default "warn"
   */
  readonly undetermined?: "warn" | "deny";

  /**
   * Severities and levels, where they are others than the rules' own.
   *
   * @default {}
   */
  readonly enforcement?: Enforcement;
}

/**
 * Judges plans and synthesized stacks.
 *
 * @param files in any order; the verdict lists them by name
 * @throws CannotJudge when any file cannot be judged
 */
export async function judge(files: readonly GateFile[], options: JudgeOptions): Promise<Verdict> {
  if (files.length === 0) throw new CannotJudge("gate", "nothing to judge: give a file");
  return judgeSync(files, options);
}

function judgeSync(files: readonly GateFile[], options: JudgeOptions): Verdict {
  const bundle = options.bundle ? loadBundle(options.bundle) : shippedBundle();
  const asked = files.map((file) => asExpected(read(file), options)).sort(byName);
  const all = [...asked, ...context(asked, options)];
  const plans = all.filter((file) => file.stage === "plan");
  const judgements = byStack(all).map((stack) =>
    remembered(options.cache, bundle, meaningOf(stack), () => judgementOf(stack, bundle)),
  );
  const { rules } = bundle.manifest;
  const rows = [...judgements.flatMap((one) => one.rows), ...together(judgements, bundle, options)];
  const found = [
    ...placed(rows, rules, options.enforcement),
    ...judgements.flatMap(({ drift }) => drift),
    ...plans.flatMap(failed),
    ...(options.release ? freeze(all, bundle, options.release, options) : []),
  ].map(inStack);
  const exemptions = options.exemptions ? readExemptions(options.exemptions) : [];
  return verdictOf({
    now: options.now,
    complete: plans.every((plan) => plan.complete),
    files: all.map(({ name, sha256: hash, fingerprint, stack }) => ({
      file: name,
      sha256: hash,
      fingerprint,
      stack,
    })),
    bundleSha256: bundle.sha256,
    exemptionsSha256: hashOf(options.exemptions),
    budgetSha256: hashOf(options.release?.budget),
    rules: rules.length,
    resources: judgements.reduce((sum, { resources }) => sum + resources, 0),
    findings: exempted(found, exemptions, { now: options.now, files: all, rules }),
    strict: options.undetermined === "deny",
  });
}

/** What no construct declared is in its stack all the same, which is a construct too. */
function inStack(placed: PlacedFinding): PlacedFinding {
  const { finding, stack } = placed;
  return { ...placed, finding: { ...finding, construct: finding.construct ?? stack } };
}

/** What is said of all plans as one change. */
function together(
  judgements: readonly Judgement[],
  bundle: Bundle,
  { cache }: JudgeOptions,
): PlacedRow[] {
  const changes = judgements.flatMap((one) => one.changes);
  if (changes.length === 0) return [];
  return remembered(cache, bundle, changes, () => jointRows(changes, bundle));
}

function failed({ checks, stack }: ReadPlan): PlacedFinding[] {
  return failedChecks(checks).map((check) => ({
    finding: checkFinding(check),
    stack,
    former: [],
    fingerprint: null,
  }));
}

/** The error-budget policy judges plans: only they say what changes. */
function freeze(
  all: readonly (ReadPlan | ReadSynth)[],
  bundle: Bundle,
  release: ReleaseOptions,
  { now, exemptions }: JudgeOptions,
): PlacedFinding[] {
  const plans = all.filter((file) => file.stage === "plan");
  const stacks = all.filter((file) => file.stage === "synth");
  const planned = plans.map((plan) => {
    const own = stacks.filter(({ stack }) => stack !== null && stack === plan.stack);
    const subjects = own.flatMap((stack) => openedFile(stack, 0, bundle).subjects);
    return plannedOf(plan, own[0], subjects);
  });
  return releaseFindings(planned, {
    now,
    budget: readBudget(release.budget),
    intent: release.intent ?? "feature",
    history: release.history ?? [],
    exceptions: exemptions ? readFreezeExceptions(exemptions) : [],
  });
}

/** The synthesized twins of the plans that were asked for. */
function context(asked: readonly (ReadPlan | ReadSynth)[], options: JudgeOptions): ReadSynth[] {
  const planned = new Set(asked.filter((file) => file.stage === "plan").map((file) => file.stack));
  const given = new Set(asked.filter((file) => file.stage === "synth").map((file) => file.stack));
  return (options.synth ?? [])
    .map(read)
    .filter((file) => file.stage === "synth")
    .filter(({ stack }) => stack !== null && planned.has(stack) && !given.has(stack))
    .sort(byName);
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function hashOf(bytes: Uint8Array | undefined): string | null {
  return bytes ? sha256(bytes) : null;
}
