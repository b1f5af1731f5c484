import type { OpenQuestion } from "../../constructs/ledger/moves";
import type { StackChange } from "./record";

/** What changed, a stack after the other; of a stack without a change nothing. */
export function tell(changes: readonly StackChange[]): string {
  return changes.filter(isChange).map(tellOne).join("");
}

export const isChange = ({ moved, added, gone, open }: StackChange): boolean =>
  moved.length + added.length + gone.length + open.length > 0;

function tellOne({ stack, moved, added, gone, open }: StackChange): string {
  const lines = [
    ...moved.map(({ from, to }) => `moved  ${from} -> ${to}`),
    ...added.map((address) => `new    ${address}`),
    ...gone.map((address) => `gone   ${address}`),
    ...open.map(ask),
  ];
  return [`${stack}\n`, ...lines.map((line) => `  ${line}\n`)].join("");
}

function ask({ from, candidates }: OpenQuestion): string {
  const ways = candidates.map((to) => `--moved ${from}=${to}`);
  return `open   ${from} is gone, and nothing new says the same. Say ${ways.join(", or ")}, or --gone ${from} where it is to be destroyed`;
}
