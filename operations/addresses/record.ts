import { addressesOf, contentOf } from "../../constructs/ledger/content";
import { EMPTY, type Ledger, type Move, type StackLedger } from "../../constructs/ledger/ledger";
import { compare, joinMoves, type OpenQuestion } from "../../constructs/ledger/moves";
import type { TerraformJson } from "../../constructs/terraform_json";
import { UserError } from "../cli/errors";

/** What a person says of addresses that are gone. */
export interface Answers {
  readonly moved: readonly Move[];
  /** To be destroyed. */
  readonly gone: readonly string[];
}

export interface SynthesizedJson {
  readonly stack: string;
  readonly json: TerraformJson;
}

/** What changed in a stack since its ledger was written. */
export interface StackChange {
  readonly stack: string;
  readonly moved: readonly Move[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly open: readonly OpenQuestion[];
}

export interface Recorded {
  readonly ledger: Ledger;
  readonly changes: readonly StackChange[];
  /** Every question, those too that the answers answer. */
  readonly asked: readonly OpenQuestion[];
  /** Stacks that the ledger has and that are no longer synthesized. */
  readonly dropped: readonly string[];
}

/** The ledger of an environment as its stacks are now. What is open stays open: such a ledger is not to be kept. */
export function record(
  before: Ledger,
  stacks: readonly SynthesizedJson[],
  answers: Answers,
): Recorded {
  const sorted = [...stacks].sort((a, b) => (a.stack < b.stack ? -1 : 1));
  const each = sorted.map(({ stack, json }) => {
    const own = before[stack] ?? EMPTY;
    const found = changeOf(own, json);
    const change = answered(stack, found, answers);
    return { asked: found.open, change, entry: [stack, entryOf(own, json, change)] as const };
  });
  const kept = new Set(sorted.map(({ stack }) => stack));
  return {
    ledger: Object.fromEntries(each.map(({ entry }) => entry)),
    changes: each.map(({ change }) => change),
    asked: each.flatMap(({ asked }) => asked),
    dropped: Object.keys(before).filter((stack) => !kept.has(stack)),
  };
}

function changeOf(own: StackLedger, json: TerraformJson): Omit<StackChange, "stack"> {
  const { moved, open, gone } = compare(own, json);
  const reached = new Set(moved.map(({ to }) => to));
  const added = addressesOf(json).filter(
    (address) => own.resources[address] === undefined && !reached.has(address),
  );
  return { moved, open, gone, added };
}

function answered(
  stack: string,
  change: Omit<StackChange, "stack">,
  answers: Answers,
): StackChange {
  const { open } = change;
  const isOpen = (from: string) => open.some((question) => question.from === from);
  const moved = answers.moved.filter(({ from }) => isOpen(from));
  for (const { from, to } of moved) checkTarget(stack, from, to, open);
  const gone = answers.gone.filter(isOpen);
  const said = new Set([...moved.map(({ from }) => from), ...gone]);
  const reached = new Set(moved.map(({ to }) => to));
  return {
    stack,
    moved: [...change.moved, ...moved],
    gone: [...change.gone, ...gone],
    added: change.added.filter((address) => !reached.has(address)),
    open: open.filter(({ from }) => !said.has(from)),
  };
}

function checkTarget(stack: string, from: string, to: string, open: readonly OpenQuestion[]): void {
  const { candidates } = open.find((question) => question.from === from) as OpenQuestion;
  if (candidates.includes(to)) return;
  throw new UserError(
    `--moved ${from}=${to}: in ${stack} it can only have moved to ${candidates.join(" or ")}`,
  );
}

function entryOf(own: StackLedger, json: TerraformJson, { moved }: StackChange): StackLedger {
  return {
    resources: Object.fromEntries(contentOf(json)),
    moved: joinMoves(own.moved, moved, json),
  };
}

/** @throws UserError for an answer to what no stack asks */
export function checkAnswers({ moved, gone }: Answers, questions: readonly OpenQuestion[]): void {
  const asked = new Set(questions.map(({ from }) => from));
  const flags = [
    ...moved.map(({ from, to }) => ({ from, flag: `--moved ${from}=${to}` })),
    ...gone.map((from) => ({ from, flag: `--gone ${from}` })),
  ];
  const [idle] = flags.filter(({ from }) => !asked.has(from));
  if (idle === undefined) return;
  throw new UserError(
    `${idle.flag}: no stack asks what became of ${idle.from}; it is still declared, was never recorded, or is told already`,
  );
}
