import { FIRST_CELL, stackId } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Regions } from "../../model/regions/regions";
import type { Environment } from "../../model/settle";

/** Runbooks of the first cell as those of every cell: each says which words are another cell's. */
export function inEachCell(
  { name, cells, regions }: Pick<Environment, "name" | "cells" | "regions">,
  runbooks: readonly RenderedFile[],
): RenderedFile[] {
  if (cells.length < 2) return [...runbooks];
  const own = stackId(name, FIRST_CELL);
  const note = regions === undefined ? noteOfCells(own) : noteOfRegions(own, regions);
  return runbooks.map(({ path, text }) => ({
    path,
    text: text.replace(/^# .*\n/, (title) => `${title}\n${note}\n`),
  }));
}

const noteOfCells = (own: string): string =>
  `Commands and queries name the cell ${FIRST_CELL}. The alert's label \`cell\` says which one it is of: put that one in the place of \`${FIRST_CELL}\`, in \`${own}\` as in every other name.`;

/** Tables are called as in the first region, and whatever is told a region has to be told the other. */
const noteOfRegions = (own: string, { first, second, cell }: Regions): string =>
  `Commands and queries name the cell ${FIRST_CELL}, in ${first}. Where the alert's label \`cell\` says \`${cell}\`, it is ${second}: put \`${cell}\` in the place of \`${FIRST_CELL}\`, in \`${own}\` as in every other name but those of tables, and \`${second}\` in that of \`${first}\` (\`export AWS_REGION=${second}\`). To leave a region: docs/regions.md.`;
