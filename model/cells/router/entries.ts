import { createHash } from "node:crypto";
import type { BucketTable } from "../table";

/** Which cell each partition key is in. */
export interface Placement {
  readonly table: BucketTable;
  /** Cells by the partition keys that are in them whatever their buckets are. */
  readonly pinned: Readonly<Record<string, string>>;
}

/** An entry of the router's key-value store. */
export interface RouterEntry {
  readonly key: string;
  readonly value: string;
}

/** Of a table: one for each first digit of a hash. */
const SHARDS = 16;

/**
 * Longest name of a cell, in characters: 256 of them, each with a space behind it but the last, are a value of 1,023 bytes, and the store takes
 * 1,024.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-keyvaluestores
 */
export const LONGEST_CELL_NAME = 3;

/**
 * What the router's store holds of a placement: `buckets:0` to `buckets:f`, each with the names of the cells of 256 buckets, and a `pin:` with the
 * SHA-256 of each pinned key. The names stand there as they are, so that a difference shows which bucket went where.
 */
export function routerEntries({ table, pinned }: Placement): RouterEntry[] {
  const size = table.length / SHARDS;
  const pins = Object.entries(pinned).map(([key, cell]) => ({
    ...{ key: `pin:${sha256(key)}`, value: cell },
  }));
  return [
    ...Array.from({ length: SHARDS }, (_, shard) => ({
      key: `buckets:${shard.toString(SHARDS)}`,
      value: table.slice(shard * size, (shard + 1) * size).join(" "),
    })),
    ...pins.toSorted((one, other) => (one.key < other.key ? -1 : 1)),
  ];
}

const sha256 = (key: string): string => createHash("sha256").update(key, "utf8").digest("hex");
