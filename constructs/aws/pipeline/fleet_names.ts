import { cellNumber } from "../../../model/cells/name";
import { FIRST_CELL, stackId } from "../../../model/names";
import type { HeldStack } from "./reach";

/** A pattern, as IAM takes it, that holds a name of one cell and the same of every other. */
export type CellPattern = (name: string) => string;

/**
 * What a pipeline may reach in a fleet is said once for all cells, or a policy would grow with each: `prod-c02-orders` is `prod-c??-orders`, and in a
 * fleet of more than 99 cells `prod-c*-orders`. No other environment has such a name, which a rule of the model says.
 * Names of an environment of one cell stay as they are.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function cellPattern(environment: string, cells: readonly string[]): CellPattern {
  const mark = cells.every((cell) => cell.length === FIRST_CELL.length) ? "c??" : "c*";
  const start = stackId(environment, "");
  return (name) => {
    const cell = name.startsWith(start) ? (/^c\d+/.exec(name.slice(start.length))?.[0] ?? "") : "";
    if (cells.length < 2 || cellNumber(cell) === undefined) return name;
    const rest = name.slice(start.length + cell.length);
    return `${start}${mark}${rest}`;
  };
}

/** The stacks of all cells as one, with what any of them holds. */
export function mergedCells(stacks: readonly HeldStack[], pattern: CellPattern): HeldStack[] {
  const types = new Map<string, Set<string>>();
  for (const { id, types: own } of stacks)
    types.set(pattern(id), new Set([...(types.get(pattern(id)) ?? []), ...own]));
  const regions = new Map(stacks.map(({ id, region }) => [pattern(id), region]));
  return [...types].map(([id, held]) => ({
    ...{ id, types: [...held].sort(), region: regions.get(id) },
  }));
}
