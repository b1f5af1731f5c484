import { cellNumber } from "../../../model/cells/name";
import { stackId } from "../../../model/names";
import type { HeldStack } from "./reach";

/** Patterns, as IAM takes them, that hold a name of one cell and the same of every other. */
export type CellPatterns = (name: string) => readonly string[];

/**
 * What a pipeline may reach in a fleet is said once for all cells, or a policy would grow with each: `prod-c02-orders` is `prod-c??-orders`, and in a
 * fleet of more than 99 cells `prod-c???-orders` beside it. No other environment has such a name, which a rule of the model says.
 * Names of an environment of one cell stay as they are.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function cellPatterns(environment: string, cells: readonly string[]): CellPatterns {
  const marks = [...new Set(cells.map((cell) => `c${"?".repeat(cell.length - 1)}`))].sort();
  const start = stackId(environment, "");
  return (name) => {
    const cell = name.startsWith(start) ? (/^c\d+/.exec(name.slice(start.length))?.[0] ?? "") : "";
    if (cells.length < 2 || cellNumber(cell) === undefined) return [name];
    const rest = name.slice(start.length + cell.length);
    return marks.map((mark) => `${start}${mark}${rest}`);
  };
}

/** The stacks of all cells as one, with what any of them holds. */
export function mergedCells(stacks: readonly HeldStack[], patterns: CellPatterns): HeldStack[] {
  const types = new Map<string, Set<string>>();
  for (const stack of stacks)
    for (const id of patterns(stack.id))
      types.set(id, new Set([...(types.get(id) ?? []), ...stack.types]));
  return [...types].map(([id, held]) => ({ id, types: [...held].sort() }));
}
