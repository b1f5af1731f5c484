import { BUCKETS, bucketOf } from "../../model/cells/bucket";
import { cellOfKey, cellsOf, fleetOf, type Fleet } from "../../model/cells/fleet";
import {
  countOf,
  evenCells,
  firstTable,
  movesBetween,
  rebalance,
  type BucketTable,
} from "../../model/cells/table";
import type { EnvironmentDeclaration } from "../../model/environment";
import { UserError } from "../cli/errors";
import type { CellMap, Moves } from "./text";

/** What is asked about: where users are. */
export type Told = Pick<Fleet, "table" | "pinned">;

export function fleetMap(fleet: Told, keys: readonly string[]): CellMap {
  const cells = [...countOf(fleet.table)].map(([cell, buckets]) => ({
    ...{ cell, buckets },
    percent: percent(buckets),
  }));
  return {
    cells,
    keys: keys.map((key) => ({ key, bucket: bucketOf(key), cell: cellOfKey(fleet, key) })),
  };
}

/** A table and what it becomes. */
export interface Resharded {
  readonly before: BucketTable;
  readonly after: BucketTable;
}

/**
 * What the weights make of the table in use.
 *
 * @param recorded - undefined: every user is in the first cell
 * @throws UserError where the environment has no fleet
 */
export function reshard(
  environment: EnvironmentDeclaration,
  recorded: BucketTable | undefined,
): Resharded {
  const fleet = fleetOf(environment);
  if (fleet === undefined)
    throw new UserError(
      `${environment.name}: expected \`cells\`, got an environment without a fleet`,
    );
  const before = recorded ?? firstTable(evenCells(1));
  return { before, after: rebalance(before, cellsOf(fleet)) };
}

export function movesOf({ before, after }: Resharded): Moves {
  const moves = movesBetween(before, after);
  return { movedPercent: percent(moves.length), moves };
}

/** Of all buckets, in hundredths of a percent. */
const percent = (buckets: number): number => Math.round((buckets / BUCKETS) * 10_000) / 100;
