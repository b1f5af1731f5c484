import { judge, stackOf, type GateFile, type Verdict } from "../../policies/gate";
import { UserError } from "../cli/errors";
import { findSynth, readFiles, readInput, type SynthFile } from "./files";
import type { GateFlags } from "./flags";
import { mergeVerdicts } from "./merge";
import { findEnvironment, tryEnvironmentOf, type Undetermined } from "./settings";

/** Judges what the command line names; without a name, every synthesized stack. */
export async function runGate(names: readonly string[], flags: GateFlags): Promise<Verdict> {
  const synth = findSynth(flags.synth);
  const files = names.length > 0 ? readFiles(names) : readSynth(synth, flags);
  const stacks = new Map(files.map((file) => [file, stackOf(file)]));
  if (flags.env !== undefined) refuseOthers(stacks, flags.env);
  const context = contextOf(stacks, synth);
  const options = judgeOptions(flags);
  const verdicts = [];
  for (const { undetermined, files: group } of bySetting(stacks, flags.env)) {
    verdicts.push(await judge(group, { ...options, synth: context, undetermined }));
  }
  return mergeVerdicts(verdicts);
}

function judgeOptions(flags: GateFlags) {
  const read = (file: string | undefined) =>
    file === undefined ? undefined : readInput(file, file);
  const [exemptions, bundle] = [read(flags.exemptions), read(flags.policy)];
  return {
    now: flags.now ?? new Date(),
    stage: flags.stage,
    ...(exemptions !== undefined && { exemptions }),
    ...(bundle !== undefined && { bundle }),
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
  readonly undetermined: Undetermined;
  readonly files: readonly GateFile[];
}

/** What becomes of an undetermined finding is each environment's own setting. */
function bySetting(stacks: ReadonlyMap<GateFile, string | undefined>, env?: string): Group[] {
  const named = env === undefined ? undefined : findEnvironment(env);
  const setting = (stack: string | undefined): Undetermined =>
    (named ?? tryEnvironmentOf(stack))?.undetermined ?? "warn";
  return (["warn", "deny"] as const)
    .map((undetermined) => ({
      undetermined,
      files: [...stacks]
        .filter(([, stack]) => setting(stack) === undetermined)
        .map(([file]) => file),
    }))
    .filter(({ files }) => files.length > 0);
}
