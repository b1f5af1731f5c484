import { createHash } from "node:crypto";

/**
 * Logical buckets between users and cells: a user stays in its bucket for ever, and what a cell holds is a set of buckets.
 *
 * So many that the shares of a hundred cells differ by 2.5 %, and so few that the whole table is read by a person and held by a router.
 */
export const BUCKETS = 4_096;

/** Hexadecimal digits of the hash that are read: 16³ is {@link BUCKETS}. */
const DIGITS = 3;

/**
 * The bucket of a partition key (of a user, a tenant, an account): the first twelve bits of the SHA-256 of its UTF-8 bytes. Every
 * language has that hash, and so has the engine of CloudFront Functions.
 *
 * @param key - any text; the same text always gives the same bucket
 * @returns 0 to 4,095
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html#writing-functions-javascript-features-builtin-modules-crypto-20
 */
export function bucketOf(key: string): number {
  const hash = createHash("sha256").update(key, "utf8").digest("hex");
  return Number.parseInt(hash.slice(0, DIGITS), 16);
}
