/**
 * How many connections PostgreSQL takes by the most capacity units that an instance may have, as AWS lists them. It is set when
 * an instance starts, and does not follow the capacity of the moment.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html#aurora-serverless-v2.max-connections
 */
const LISTED: readonly (readonly [capacity: number, connections: number])[] = [
  [1, 189],
  [4, 823],
  [8, 1_669],
  [16, 3_360],
  [32, 5_000],
];

/** Where the least capacity is half a unit or none. */
const MOST_OF_SMALL = 2_000;
const SMALL = 0.5;

/** The most connections of an instance; between two capacities that AWS lists, what lies between their numbers. @param capacity - in units */
export function mostConnections({ min, max }: { readonly min: number; readonly max: number }) {
  const most = min <= SMALL ? MOST_OF_SMALL : Infinity;
  const above = LISTED.findIndex(([capacity]) => capacity >= max);
  const [high, highest] = LISTED[above] ?? [max, 5_000];
  const [low, lowest] = LISTED[above - 1] ?? [high, highest];
  const share = high === low ? 1 : (max - low) / (high - low);
  return Math.min(most, Math.floor(lowest + share * (highest - lowest)));
}
