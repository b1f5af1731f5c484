import { setFlagsFromString } from "node:v8";
import {
  CannotJudge,
  isPlan,
  judge,
  stackOf,
  type GateFile,
  type ReleaseOptions,
  type Verdict,
} from "../../policies/gate";
import { UserError } from "../cli/errors";
import { folderCache } from "./cache";
import { policyBytes } from "../rules";
import { findSynth, readFiles, readInput, type SynthFile } from "./files";
import type { GateFlags } from "./flags";
import { readHistory } from "./history";
import { mergeVerdicts } from "./merge";
import { findEnvironment, settingOf, tryEnvironmentOf, type Setting } from "./settings";

/** Judges what the command line names; without a name, every synthesized stack. */
export async function runGate(names: readonly string[], flags: GateFlags): Promise<Verdict> {
  suitOneRun();
  const synth = findSynth(flags.synth);
  const files = names.length > 0 ? readFiles(names) : readSynth(synth, flags);
  const stacks = new Map(files.map((file) => [file, stackOf(file)]));
  if (flags.budget !== undefined) needPlan(files);
  if (flags.env !== undefined) refuseOthers(stacks, flags.env);
  const context = contextOf(stacks, synth);
  const options = judgeOptions(flags);
  const verdicts = [];
  for (const { setting, files: group } of bySetting(stacks, flags.env)) {
    verdicts.push(
      await judge(group, { ...options, ...setting, synth: context }).catch(naming(flags)),
    );
  }
  return mergeVerdicts(verdicts);
}

/** Tells V8 what pays in a process that judges once. */
function suitOneRun(): void {
  // To optimize the rules costs more time and memory than it gains, up to 10,000 resources and more.
  setFlagsFromString("--liftoff-only");
  // Most of what a plan is parsed into dies young: room for more of it takes memory and saves no time.
  setFlagsFromString("--semi-space-growth-factor=1");
  // Collects earlier: an eighth less memory for an eighth more time.
  setFlagsFromString("--optimize-for-size");
}

/** The driver knows what a flag gave by the flag alone: whoever mends it looks for the file. */
function naming({ exemptions, budget, policy }: GateFlags): (error: unknown) => never {
  const given = new Map(Object.entries({ exemptions, budget, policy }));
  return (error) => {
    if (!(error instanceof CannotJudge)) throw error;
    const path = given.get(error.file.replace("--", ""));
    throw path === undefined ? error : new CannotJudge(`${error.file} ${path}`, error.problem);
  };
}

/** A stack does not say what changes: its release would pass without being looked at. */
function needPlan(files: readonly GateFile[]): void {
  if (files.some((file) => isPlan(file))) return;
  throw new UserError(
    "--budget: only a plan says what is released; name the output of `terraform show -json`",
  );
}

function judgeOptions(flags: GateFlags) {
  const read = (file: string | undefined) =>
    file === undefined ? undefined : readInput(file, file);
  const [exemptions, bundle] = [read(flags.exemptions), policyBytes(flags.policy)];
  return {
    now: flags.now ?? new Date(),
    stage: flags.stage,
    ...(exemptions !== undefined && { exemptions }),
    ...(flags.budget !== undefined && { release: releaseOf(flags, flags.budget) }),
    ...(bundle !== undefined && { bundle }),
    ...(flags.cache !== undefined && { cache: folderCache(flags.cache) }),
  };
}

function releaseOf({ intent, history }: GateFlags, budget: string): ReleaseOptions {
  return {
    budget: readInput(budget, budget),
    history: readHistory(history ?? []),
    ...(intent !== undefined && { intent }),
  };
}

function readSynth(found: readonly SynthFile[], { synth, env }: GateFlags): GateFile[] {
  if (env !== undefined) findEnvironment(env);
  const wanted = found.filter(
    ({ stack }) => env === undefined || tryEnvironmentOf(stack)?.name === env,
  );
  if (wanted.length > 0) return readFiles(wanted.map(({ path }) => path));
  const whose = env === undefined ? "" : ` of environment ${env}`;
  throw new UserError(
    `${synth}: no synthesized stack${whose}; run npx cdktf synth, or name the files to judge`,
  );
}

/** A plan is judged together with the synthesized stack of its name, where there is one. */
function contextOf(
  stacks: ReadonlyMap<GateFile, string | undefined>,
  synth: readonly SynthFile[],
): GateFile[] {
  const named = new Set(stacks.values());
  const given = new Set([...stacks.keys()].map(({ name }) => name));
  const paths = synth.filter(({ stack, path }) => named.has(stack) && !given.has(path));
  return readFiles(paths.map(({ path }) => path));
}

function refuseOthers(stacks: ReadonlyMap<GateFile, string | undefined>, env: string): void {
  findEnvironment(env);
  for (const [{ name }, stack] of stacks) {
    const environment = tryEnvironmentOf(stack);
    if (environment !== undefined && environment.name !== env)
      throw new UserError(`${name}: is of stack ${stack}, not of environment ${env}`);
  }
}

interface Group {
  readonly setting: Setting;
  readonly files: GateFile[];
}

/** Levels, and what becomes of an undetermined finding, are each environment's own: files of one setting are judged together. */
function bySetting(stacks: ReadonlyMap<GateFile, string | undefined>, env?: string): Group[] {
  const named = env === undefined ? undefined : findEnvironment(env);
  const groups = new Map<string, Group>();
  for (const [file, stack] of stacks) {
    const setting = settingOf(named ?? tryEnvironmentOf(stack));
    const key = JSON.stringify(setting);
    const group = groups.get(key) ?? { setting, files: [] };
    group.files.push(file);
    groups.set(key, group);
  }
  return [...groups.values()];
}
