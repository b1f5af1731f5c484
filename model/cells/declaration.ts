import type { RouterDeclaration } from "./router/declaration";

/**
 * An environment in many cells (docs/cells.md). Each has every service in a state, a network, keys and stores of its own, and holds a share of the users.
 *
 * @see https://docs.aws.amazon.com/wellarchitected/latest/reducing-scope-of-impact-with-cell-based-architecture/what-is-a-cell-based-architecture.html
 */
export interface FleetDeclaration {
  /**
   * The cells in the order in which a change reaches them, such as `["c01", "c02"]`, or how many: `4` is c01 to c04. At most 1,000. `c01` is
   * always one of them: it is the cell of an environment without a fleet, and keeps every name that it has there. The number in a
   * cell's name decides its addresses, so a cell that joins or leaves moves no other.
   */
  readonly fleet: readonly string[] | number;

  /**
   * Shares of the users against the other cells', by cell. 0 drains a cell, or keeps it for those who are pinned to it.
   *
   * @default 1 for each
   */
  readonly weights?: Readonly<Record<string, number>>;

  /**
   * Partition keys of users whose cell is chosen, whatever the bucket of their key: `{ "tenant-42": "c03" }`.
   *
   * @default {}
   */
  readonly pinned?: Readonly<Record<string, string>>;

  /**
   * The cell that a change reaches first, best one that few depend on.
   *
   * @default - the first of `fleet`
   */
  readonly sandbox?: string;

  /**
   * How requests find their cell, in front of services that a delivery leads to.
   *
   * @default - none: each cell's services have hosts of their own, and whoever asks knows which
   */
  readonly router?: RouterDeclaration;

  /**
   * The prefix of the network of each cell from `c02` on, 16 to 22; that of `c01` stays the environment's. It is chosen once, as the pool is: another
   * moves every network.
   *
   * @default 16: a pool of /12 has networks for 16 cells, one of /8 for 256
   */
  readonly networkPrefix?: number;
}
