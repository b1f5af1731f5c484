import fc from "fast-check";
import { sizeOf, type Cidr } from "../../../model/network/cidr";
import { SMALLEST_POOL } from "../../../model/network/slots";

/** Ranges with a prefix between two. */
export const cidr = (shortest = 0, longest = 32): fc.Arbitrary<Cidr> =>
  fc
    .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: shortest, max: longest }))
    .map(([address, prefix]) => ({ first: address - (address % sizeOf(prefix)), prefix }));

/** Pools that a declaration may name. */
export const pool = (): fc.Arbitrary<Cidr> => cidr(8, SMALLEST_POOL);
