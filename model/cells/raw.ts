import { isFirstCell } from "./name";

/** Stands in texts for the name of the cell that holds them: `prod-{cell}-orders-events`. */
export const CELL_MARK = "{cell}";

/** The same with a dash before it, and nothing in the first cell, whose names stay as they are: `orders-audit{-cell}`. */
export const CELL_END = "{-cell}";

/** A value with the cell's name in the place of each mark. */
export function inCell(value: unknown, cell: string): unknown {
  if (typeof value === "string") return markedText(value, cell);
  if (Array.isArray(value)) return value.map((each) => inCell(each, cell));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inCell(each, cell)]));
}

const markedText = (text: string, cell: string): string =>
  text.replaceAll(CELL_MARK, cell).replaceAll(CELL_END, isFirstCell(cell) ? "" : `-${cell}`);
