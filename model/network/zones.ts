import { ZONES, type Zone } from "./slots";

/**
 * Regions of AWS whose zones are not `a`, `b` and `c`, or not only. An account of `us-west-1` has two of three, and only
 * the account knows which.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
const UNUSUAL: Readonly<Record<string, readonly Zone[]>> = {
  "ap-northeast-1": ["a", "c", "d"],
  "ap-northeast-2": ["a", "b", "c", "d"],
  "ca-central-1": ["a", "b", "d"],
  "us-east-1": ["a", "b", "c", "d", "e", "f"],
  "us-west-2": ["a", "b", "c", "d"],
};

const USUAL: readonly Zone[] = ["a", "b", "c"];

/** The zones that a region is known to have; of one that is not listed, every letter that has a slot. */
export const zonesOf = (region: string): readonly Zone[] => UNUSUAL[region] ?? ZONES;

/** Those that an environment gets where it names none. */
export const firstZones = (region: string, count: number): readonly Zone[] =>
  (UNUSUAL[region] ?? USUAL).slice(0, count);
