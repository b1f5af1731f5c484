/**
 * The buckets into which Cloud Run counts the times of requests, in milliseconds: 10 x 1.1^n. Google publishes no
 * list; those that Prometheus users select by have these digits. They come from multiplying by squares, which
 * `Math.pow` does not do, and the label `le` has to agree in the last of them.
 */
const FIRST = 10;
const GROWTH = 1.1;

function power(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, rest = exponent; rest > 0; square *= square, rest >>= 1) {
    if (rest % 2 === 1) result *= square;
  }
  return result;
}

/** The longest bound that is no longer than a number of milliseconds; undefined where there is none. */
export function boundWithin(milliseconds: number): number | undefined {
  if (milliseconds < FIRST) return undefined;
  const exponent = Math.round(Math.log(milliseconds / FIRST) / Math.log(GROWTH));
  const bounds = [exponent + 1, exponent, exponent - 1].map((one) => FIRST * power(GROWTH, one));
  return bounds.find((bound) => bound <= milliseconds);
}
