import { countOf, type Move } from "../../model/cells/table";
import type { Wave } from "../../model/cells/waves";

/** What `plinth cells map --json` prints. */
export interface CellMap {
  readonly cells: readonly {
    readonly cell: string;
    readonly buckets: number;
    /** Of all buckets. */
    readonly percent: number;
  }[];
  readonly keys: readonly {
    readonly key: string;
    readonly bucket: number;
    readonly cell: string;
  }[];
}

/** What `plinth cells moves --json` prints. */
export interface Moves {
  /** Of all buckets, and so of the users. */
  readonly movedPercent: number;
  readonly moves: readonly Move[];
}

/** Keys where some were asked for, else the cells. */
export const mapText = ({ cells, keys }: CellMap): string =>
  lines(
    keys.length > 0
      ? keys.map(({ key, bucket, cell }) => `${cell}  bucket ${bucket}  ${key}`)
      : cells.map(({ cell, buckets, percent }) => `${cell}  ${buckets} buckets  ${percent} %`),
  );

/** How many buckets go from which cell to which: `--json` names each. */
export function movesText({ movedPercent, moves }: Moves): string {
  const counts = countOf(moves.map(({ from, to }) => `${from} → ${to}`));
  return lines([
    `${moves.length} buckets move, ${movedPercent} % of the users`,
    ...[...counts].map(([route, count]) => `  ${route}  ${count}`),
  ]);
}

/** Of an environment's waves. */
interface Stacks {
  readonly stacks?: readonly string[];
}

export interface ToldWaves {
  readonly waves: readonly (Wave & Stacks)[];
}

export const wavesText = ({ waves }: ToldWaves): string =>
  lines(
    waves.flatMap(({ name, cells, bakeMinutes, stacks }) => [
      `${name}: ${cells.length === 1 ? cells[0] : `${cells[0]} to ${cells.at(-1)} (${cells.length})`}`,
      ...(stacks === undefined ? [] : [`  apply ${stacks.join(" ")}`]),
      ...(bakeMinutes > 0
        ? [`  watch for ${bakeMinutes} minutes; stop when an SLO alert pages`]
        : []),
    ]),
  );

export const waveStacksText = ({ stacks }: { readonly stacks: readonly string[] }): string =>
  lines(stacks);

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join("");
