import { join } from "node:path";
import { stackId } from "../../model/names";
import { UserError } from "../cli/errors";
import { findStacks, type SynthesizedStack } from "../terraform/stacks";
import { withPlanFile } from "../terraform/plan_file";
import type { StateSummary } from "../terraform/state";
import { terraform, type Terraform } from "../terraform/terraform";
import { probe, type Remote } from "./probe";
import { openWorkingCopy, type WorkingCopy } from "./working_copy";

export interface BootstrapOptions {
  readonly environment: string;
  /** The folder that cdktf wrote. */
  readonly synth: string;
  /** Where the working copy lies until the state has moved; the same in every run, so that one can resume. */
  readonly workspace: string;
  /** Asked once, before anything is made, with the plan as text. */
  readonly confirm: (plan: string) => Promise<boolean>;
  readonly progress: (line: string) => void;
}

export interface BootstrapResult {
  readonly stack: string;
  /** `already`: its state was in the bucket before. */
  readonly outcome: "bootstrapped" | "already" | "declined";
  readonly state: StateSummary | null;
}

/**
 * The first apply of an environment's bootstrap stack, whose state belongs into the bucket that it makes:
 * applies with the state in a file, moves the state into the bucket, compares, and only then removes the
 * file. Safe to repeat: it goes on where an earlier run ended, and does nothing where all is done.
 *
 * @throws {UserError} when states contradict each other; nothing was changed then
 * @throws {TerraformError} when a step fails; run again to resume
 */
export async function bootstrap(options: BootstrapOptions): Promise<BootstrapResult> {
  const id = stackId(options.environment, "bootstrap");
  const [stack] = findStacks(options.synth, [id]) as [SynthesizedStack];
  const copy = openWorkingCopy(stack.directory, join(options.workspace, id));
  options.progress(`${id}: looking for its state in the bucket`);
  const remote = await probe(stack.backend);
  const local = copy.localState();
  refuse(stack, remote, local);
  if (remote.kind === "state") return finish(id, copy, remote.state);
  return (await applyLocally(stack, copy, options))
    ? move(stack, copy, options)
    : { stack: id, outcome: "declined", state: null };
}

function finish(stack: string, copy: WorkingCopy, state: StateSummary): BootstrapResult {
  copy.remove();
  return { stack, outcome: "already", state };
}

function refuse({ id, backend }: SynthesizedStack, remote: Remote, local?: StateSummary): void {
  const bucket = String(backend.settings["bucket"]);
  if (remote.kind === "empty" && local === undefined)
    throw new UserError(
      `${id}: the bucket ${bucket} is there, but neither it nor this machine holds a state of the stack; ` +
        "docs/state.md says how to adopt a bucket that exists (or take another name in environments/)",
    );
  // What moved keeps neither lineage nor serial: the objects that it describes tell one from another.
  if (remote.kind === "state" && local !== undefined && local.identity !== remote.state.identity)
    throw new UserError(
      `${id}: the state in ${bucket} describes other resources than the one on this machine; ` +
        "docs/state.md says how to choose one",
    );
}

/** @returns false when the person at the keyboard said no */
async function applyLocally(
  { id }: SynthesizedStack,
  copy: WorkingCopy,
  { confirm, progress }: BootstrapOptions,
): Promise<boolean> {
  copy.useLocalBackend();
  const tool = terraform(copy.directory, { onOutput: (text) => progress(text.trimEnd()) });
  await tool.init();
  progress(`${id}: planning`);
  return withPlanFile(async (file) => {
    await tool.plan(file);
    if (!(await plansAnything(tool, file))) return true;
    if (!(await confirm(await tool.describePlan(file)))) return false;
    await tool.apply(file);
    return true;
  });
}

async function plansAnything(tool: Terraform, file: string): Promise<boolean> {
  const { resource_changes: all = [], output_changes: outputs = {} } = JSON.parse(
    await tool.showPlan(file),
  ) as PlannedActions;
  const actions = [
    ...all.map(({ change }) => change.actions),
    ...Object.values(outputs).map((o) => o.actions),
  ];
  return actions.some((each) => each.some((action) => action !== "no-op" && action !== "read"));
}

interface PlannedActions {
  readonly resource_changes?: readonly {
    readonly change: { readonly actions: readonly string[] };
  }[];
  readonly output_changes?: Readonly<Record<string, { readonly actions: readonly string[] }>>;
}

async function move(
  { id }: SynthesizedStack,
  copy: WorkingCopy,
  { progress }: BootstrapOptions,
): Promise<BootstrapResult> {
  progress(`${id}: moving its state into the bucket`);
  copy.useDeclaredBackend();
  const tool = terraform(copy.directory);
  await tool.init({ migrate: true });
  const state = verified(id, copy, await tool.state());
  copy.remove();
  return { stack: id, outcome: "bootstrapped", state };
}

/** The file is removed only after the bucket gave the same state back. */
function verified(id: string, copy: WorkingCopy, remote: StateSummary | undefined): StateSummary {
  const local = copy.localState();
  if (remote !== undefined && remote.content === local?.content) return remote;
  throw new UserError(
    `${id}: the bucket did not give back the state that was moved into it; it is kept in ${copy.directory}; run again`,
  );
}
