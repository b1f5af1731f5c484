import { cellNumber } from "../cells/name";
import { parseCidr, partOf, type Cidr } from "./cidr";
import { LARGEST_NETWORK, networkCidr } from "./slots";

/**
 * Where the network of a cell lies: a function of the pool, of the prefix that cells have and of the cell's number. Which other cells there are has no
 * part in it, so one that joins or leaves moves none. `c01` has the first network of the pool, as in an environment without a
 * fleet; the others stand one after the other behind it.
 *
 *     pool ── slot 0: c01, the environment's network, /16
 *          └─ from the second /16 on: c02, c03 … of the cells' prefix
 */
export const slotOf = (cell: string): number => (cellNumber(cell) ?? 1) - 1;

/** How many cells the pool has networks for, and their prefix. A pool that is one network has one. */
export function networksOf(pool: string, cells = LARGEST_NETWORK) {
  const { prefix } = parseCidr(pool);
  const rest = 2 ** Math.max(0, LARGEST_NETWORK - prefix) - 1;
  return { prefix: cells, count: 1 + rest * 2 ** (cells - LARGEST_NETWORK) };
}

/** @throws where the pool has no network for the cell, which a rule says first */
export function cellNetworkCidr(pool: Cidr, cell: string, prefix = LARGEST_NETWORK): Cidr {
  const slot = slotOf(cell);
  if (slot === 0) return networkCidr(pool);
  const before = 2 ** (prefix - LARGEST_NETWORK);
  return partOf(pool, prefix, before + slot - 1);
}
