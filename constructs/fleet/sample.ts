import { isFirstCell } from "../../model/cells/name";

/** Cells that are made as one of them is. */
export interface Alike {
  /** Built, and what the others are made from. */
  readonly pattern: string;
  /** Built too: what is made from the pattern has to be what this is. */
  readonly proof: string;
  readonly made: readonly string[];
}

/** Of fewer, building all is as fast. */
const FEWEST = 4;

/**
 * Which cells of a fleet are made from another's text instead of being built. The first cell holds more than the others; the length of a name
 * decides where AWS's limits cut longer ones, so cells are alike whose names are as long.
 */
export function alikeIn(cells: readonly string[]): Alike[] {
  const others = cells.filter((cell) => !isFirstCell(cell));
  const lengths = [...new Set(others.map((cell) => cell.length))];
  return lengths.flatMap((length) => {
    const [pattern, proof, ...made] = others.filter((cell) => cell.length === length);
    return pattern === undefined || proof === undefined || made.length < FEWEST - 2
      ? []
      : [{ pattern, proof, made }];
  });
}
