import { FIRST_CELL, stackId } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";

/** Runbooks of the first cell as those of every cell: each says which words are another cell's. */
export function inEachCell(
  { name, cells }: Environment,
  runbooks: readonly RenderedFile[],
): RenderedFile[] {
  if (cells.length < 2) return [...runbooks];
  const own = stackId(name, FIRST_CELL);
  const note = `Commands and queries name the cell ${FIRST_CELL}. The alert's label \`cell\` says which one it is of: put that one in the place of \`${FIRST_CELL}\`, in \`${own}\` as in every other name.`;
  return runbooks.map(({ path, text }) => ({
    path,
    text: text.replace(/^# .*\n/, (title) => `${title}\n${note}\n`),
  }));
}
