/** Asks promtool whether the generated tests notice a mistake: the cheapest first, and only until one does. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { RuleGroup } from "../../../dashboards/slo/rule_file";
import type { Program } from "../../program";
import type { Claim, Proof } from "./proof";

/** `invalid` are no rules at all, and is no mutant; `survived` is noticed by no test. */
export type Fate = "killed" | "survived" | "invalid";

/** Tests that one run of promtool asks. */
type Step = readonly Claim[];

export interface Witness {
  readonly proof: Proof;
  readonly steps: readonly Step[];
  /** The step that noticed a mistake of a kind last: it is asked first. */
  readonly last: Map<string, Step>;
}

/** CPU seconds of tests that share the start of a promtool. */
const STEP_SECONDS = 0.4;

/**
 * Runs every test once, without a mistake.
 *
 * @throws Error when one fails
 */
export async function witnessOf(promtool: Program, proof: Proof, folder: string): Promise<Witness> {
  const steps = inSteps(proof.claims);
  for (const step of steps) {
    const fate = await ask(promtool, proof.group, step, folder);
    if (fate === "survived") continue;
    const names = step.map(({ test }) => test.name).join("; ");
    throw new Error(`it must pass unchanged: ${names}`);
  }
  return { proof, steps, last: new Map() };
}

/** The cheapest first. */
function inSteps(claims: readonly Claim[]): Step[] {
  const steps: Claim[][] = [];
  let left = 0;
  for (const claim of [...claims].sort((a, b) => costOf(a) - costOf(b))) {
    const cost = costOf(claim);
    const fits = cost <= left && steps.at(-1)?.[0]?.interval === claim.interval;
    if (fits) steps.at(-1)?.push(claim);
    else steps.push([claim]);
    left = (fits ? left : STEP_SECONDS) - cost;
  }
  return steps;
}

/** About the CPU seconds of a test: each evaluation costs its rules, and the samples that its windows hold by then. */
function costOf({ test, interval }: Claim): number {
  const checks = [...(test.alert_rule_test ?? []), ...(test.promql_expr_test ?? [])];
  const last = Math.max(...checks.map(({ eval_time }) => minutesIn(eval_time)));
  const evaluations = interval === "1h" ? last / 60 : last;
  return 0.001 * evaluations + 0.000_008 * evaluations ** 2;
}

const MINUTES: Readonly<Record<string, number>> = { d: 1_440, h: 60, m: 1 };

const minutesIn = (duration: string): number =>
  [...duration.matchAll(/(\d+)([dhm])/g)].reduce(
    (sum, [, count, unit = ""]) => sum + Number(count) * (MINUTES[unit] ?? 0),
    0,
  );

/** What becomes of a group with a mistake, of which `kind` tells those that one step tends to notice. */
export async function fateOf(
  promtool: Program,
  { steps, last }: Witness,
  group: RuleGroup,
  kind: string,
  folder: string,
): Promise<Fate> {
  const first = last.get(kind);
  const order = first === undefined ? steps : [first, ...steps.filter((step) => step !== first)];
  for (const step of order) {
    const fate = await ask(promtool, group, step, folder);
    if (fate === "killed") last.set(kind, step);
    if (fate !== "survived") return fate;
  }
  return "survived";
}

/** What promtool names of a test that fails; of rules that it cannot read it names the file. */
const FAILED_TEST = /^ {4}(name|alertname|expr): /m;

const yaml = (value: unknown): string =>
  stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

async function ask(
  promtool: Program,
  group: RuleGroup,
  claims: Step,
  folder: string,
): Promise<Fate> {
  mkdirSync(folder, { recursive: true });
  const tests = claims.map(({ test }) => test);
  const evaluation_interval = claims[0]?.interval;
  writeFileSync(join(folder, "rules.yaml"), yaml({ groups: [group] }));
  writeFileSync(
    join(folder, "tests.yaml"),
    yaml({ rule_files: ["rules.yaml"], evaluation_interval, tests }),
  );
  const { stdout, stderr, code } = await promtool(["test", "rules", "tests.yaml"], folder);
  rmSync(folder, { recursive: true });
  if (code === 0) return "survived";
  return FAILED_TEST.test(`${stdout}${stderr}`) ? "killed" : "invalid";
}
