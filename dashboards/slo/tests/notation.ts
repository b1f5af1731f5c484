/** A sample: a number (NaN too), `undefined` for none, `stale` where a series ends. */
export type Sample = number | undefined | "stale";

/** Promtool's notation: `1+2x3` is 1 3 5 7. */
export function notation(samples: readonly Sample[]): string {
  const parts: string[] = [];
  for (let at = 0; at < samples.length;) {
    const length = runLength(samples, at);
    parts.push(part(samples, at, length));
    at += length;
  }
  return parts.join(" ");
}

/** Samples from a place on that one part can say. */
function runLength(samples: readonly Sample[], at: number): number {
  const step = stepAt(samples, at);
  let length = 1;
  while (at + length < samples.length && Object.is(stepAt(samples, at + length - 1), step))
    length++;
  return step === undefined ? 1 : length;
}

/** What the next sample adds; 0 where both are missing; undefined where no part can hold both. */
function stepAt(samples: readonly Sample[], at: number): number | undefined {
  const [here, next] = [samples[at], samples[at + 1]];
  if (at + 1 >= samples.length) return undefined;
  if (here === undefined && next === undefined) return 0;
  if (typeof here !== "number" || typeof next !== "number" || Number.isNaN(next - here)) {
    return undefined;
  }
  return next - here;
}

function part(samples: readonly Sample[], at: number, length: number): string {
  const first = samples[at];
  const more = length - 1;
  if (first === undefined) return more === 0 ? "_" : `_x${length}`;
  if (first === "stale" || more === 0) return `${first}`;
  return `${first}+${stepAt(samples, at) ?? 0}x${more}`.replace("+-", "-");
}
