import type { Ledger, Write } from "./ledger";

/** What the workflow asks of the code: one try of one step, or of what undoes one. */
export interface StepCall {
  /** The step that is to be taken. */
  readonly step: string;
  /** The step that it undoes; absent of one that undoes none. */
  readonly undoes?: string;
  /** What is done once: `<execution>/<step>`, of a compensation that of the step which it undoes. For other systems it is the idempotency key. */
  readonly key: string;
  /** The execution's name. */
  readonly execution: string;
  /** The event that started it. */
  readonly event: unknown;
}

/** What a step does: writes that stand together with the proof that they were made, or not at all. */
export interface Work {
  /** What later steps and the compensation are told; small, and no secret. */
  readonly result?: unknown;
  /** Up to 99 of them. @default [] */
  readonly writes?: readonly Write[];
}

export interface Step {
  /**
   * Takes the step. May run several times; its writes are made once. What it calls beside them takes `call.key` to do it once.
   *
   * @throws {Refused} when it cannot be done, and nothing of it was
   */
  readonly take: (call: StepCall, resultOf: ResultOf) => Promise<Work>;

  /**
   * Undoes it. `result` is undefined where no proof stands that the step was taken: then only what was called beside its writes has to
   * be undone, by the key.
   *
   * @default - nothing has to be undone
   */
  readonly undo?: (call: StepCall, result: unknown) => Promise<Work>;
}

/** What a step of the same execution resulted in; undefined where it was not taken. */
export type ResultOf = (step: string) => Promise<unknown>;

/** A step that cannot be done, which is no fault: what came before it is undone. The workflow knows it by its name. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** A try that comes when its step was undone already: nobody waits for it, and nothing of it stays. */
export class TooLate extends Error {
  override readonly name = "TooLate";
}

export interface StepsOptions {
  readonly ledger: Ledger;
  /** By the names under which the declaration has them. */
  readonly steps: Readonly<Record<string, Step>>;
}

/** The handler of all steps of a saga: each is taken once and undone once, however often it is called and in whatever order. */
export function createSteps(options: StepsOptions): (call: StepCall) => Promise<unknown> {
  return (call) => (call.undoes === undefined ? take(options, call) : undo(options, call));
}

async function take(options: StepsOptions, call: StepCall): Promise<unknown> {
  const { ledger } = options;
  const before = await ledger.find(call.key);
  if (before?.status === "done") return before.result;
  if (before?.status === "undone") throw new TooLate(call.step);
  const resultOf: ResultOf = async (step) =>
    (await ledger.find(`${call.execution}/${step}`))?.result;
  const { result = {}, writes = [] } = await stepOf(options, call.step).take(call, resultOf);
  const made = await writeOrUndo(options, call, result, writes);
  return made ? result : afterAnother(options, call);
}

/** A write that is refused leaves nothing of its own: what was called beside it is undone, as the step counts as not taken. */
async function writeOrUndo(
  options: StepsOptions,
  call: StepCall,
  result: unknown,
  writes: readonly Write[],
): Promise<boolean> {
  try {
    return await options.ledger.write(call.key, { status: "done", result }, undefined, writes);
  } catch (error) {
    if (error instanceof Refused) await stepOf(options, call.step).undo?.(call, undefined);
    throw error;
  }
}

/** Another try was faster, or the step was undone meanwhile: then what was called beside the writes is undone again. */
async function afterAnother(options: StepsOptions, call: StepCall): Promise<unknown> {
  const record = await options.ledger.find(call.key);
  if (record?.status === "done") return record.result;
  await stepOf(options, call.step).undo?.(call, undefined);
  throw new TooLate(call.step);
}

async function undo(options: StepsOptions, call: StepCall): Promise<unknown> {
  const { ledger } = options;
  const before = await ledger.find(call.key);
  if (before?.status === "undone") return {};
  const { writes = [] } =
    (await stepOf(options, call.undoes ?? "").undo?.(call, before?.result)) ?? {};
  const made = await ledger.write(call.key, { status: "undone" }, before?.status, writes);
  // Whatever changed meanwhile: the next try sees it.
  if (!made) throw new Error("the step changed while it was undone");
  return {};
}

function stepOf({ steps }: StepsOptions, name: string): Step {
  const step = steps[name];
  if (step !== undefined) return step;
  throw new Error(`no such step: ${name}`);
}
