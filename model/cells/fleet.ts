import type { EnvironmentDeclaration } from "../environment";
import { FIRST_CELL } from "../names";
import { bucketOf } from "./bucket";
import type { FleetDeclaration } from "./declaration";
import { cellInRegion, homeCell } from "../regions/name";
import { regionsOf } from "../regions/regions";
import { settleRouter, type Router } from "./router/router";
import { evenCells, firstTable, type BucketTable, type Cell } from "./table";

/** A fleet, every default settled. */
export interface Fleet {
  /** In the order in which a change reaches them, but for the sandbox, which is first. */
  readonly cells: readonly Cell[];
  /** The cell that a change reaches first. */
  readonly sandbox: string;
  /** The cell of each partition key that is pinned, sorted by key. */
  readonly pinned: Readonly<Record<string, string>>;
  /** Undefined: requests find their cell by its host. */
  readonly router: Router | undefined;
  /** Whose each bucket is: what was recorded, else what comes of one cell that had them all. */
  readonly table: BucketTable;
}

/** The fleet of an environment, where it declares one. */
export const fleetOf = (environment: EnvironmentDeclaration): FleetDeclaration | undefined =>
  environment.cloud === "aws" ? environment.cells : undefined;

/** The names of an environment's cells, in the order in which a change reaches them; without a fleet there is one. */
export function cellNamesOf(environment: EnvironmentDeclaration): readonly string[] {
  const declared = fleetOf(environment);
  if (declared !== undefined) return namesOf(declared);
  const regions = regionsOf(environment);
  return [FIRST_CELL, ...(regions === undefined ? [] : [cellInRegion(regions.second)])];
}

/** Of its cells, the one that makes the longest names; a second region has tables alone, which are called as in the first. */
export const longestCellOf = (environment: EnvironmentDeclaration): string =>
  cellNamesOf(environment)
    .map(homeCell)
    .reduce((longest, cell) => (cell.length > longest.length ? cell : longest));

/** The names of a fleet's cells, as declared. */
export const namesOf = ({ fleet }: FleetDeclaration): readonly string[] =>
  typeof fleet === "number" ? evenCells(fleet).map(({ name }) => name) : fleet;

/** The cells of a fleet with their shares. */
export const cellsOf = (declared: FleetDeclaration): Cell[] =>
  namesOf(declared).map((name) => ({ name, weight: declared.weights?.[name] ?? 1 }));

/** @param recorded - the table that is in use, where one was written down */
export function settleFleet(declared: FleetDeclaration, recorded: BucketTable | undefined): Fleet {
  const all = cellsOf(declared);
  const sandbox = declared.sandbox ?? all[0]?.name ?? "";
  const cells = [
    ...all.filter(({ name }) => name === sandbox),
    ...all.filter(({ name }) => name !== sandbox),
  ];
  const pinned = Object.entries(declared.pinned ?? {}).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return {
    ...{ cells, sandbox, pinned: Object.fromEntries(pinned) },
    router: declared.router && settleRouter(declared.router),
    table: recorded ?? firstTable(all),
  };
}

/** The cell of a user: the one that its key is pinned to, else that of the key's bucket. */
export const cellOfKey = (
  { pinned, table }: Pick<Fleet, "pinned" | "table">,
  key: string,
): string => (Object.hasOwn(pinned, key) ? pinned[key] : table[bucketOf(key)]) ?? "";
