import type { Duration } from "./declaration";

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** Seconds of `"90s"`, `"5m"`, `"4h"`, `"14d"`; undefined where the text is no duration. */
export function tryParseDuration(text: unknown): number | undefined {
  const parts = typeof text === "string" ? /^(\d{1,9})([smhd])$/.exec(text) : null;
  if (parts === null) return undefined;
  return Number(parts[1]) * SECONDS[parts[2] as keyof typeof SECONDS];
}

/** Seconds of a duration that the shape check has let through. */
export function seconds(duration: Duration): number {
  const value = tryParseDuration(duration);
  if (value === undefined) throw new Error(`expected a duration such as "90s", got ${duration}`);
  return value;
}

/** Whole days of a duration that the shape check has let through. */
export const days = (duration: Duration): number => seconds(duration) / SECONDS.d;

/** The shortest exact way to write a number of seconds: 300 → `5m`, 365 → `365s`. */
export function formatDuration(total: number): string {
  for (const unit of ["d", "h", "m"] as const) {
    if (total !== 0 && total % SECONDS[unit] === 0) return `${total / SECONDS[unit]}${unit}`;
  }
  return `${total}s`;
}

/** A whole number of milliseconds or seconds. */
export type ShortDuration = `${number}${"ms" | "s"}`;

/** Milliseconds of `"800ms"`, `"2s"`; undefined where the text is neither. */
export function tryParseShortDuration(text: unknown): number | undefined {
  const parts = typeof text === "string" ? /^(\d{1,9})(ms|s)$/.exec(text) : null;
  if (parts === null) return undefined;
  return Number(parts[1]) * (parts[2] === "s" ? 1_000 : 1);
}

/** Milliseconds of a short duration that the shape check has let through. */
export function milliseconds(duration: ShortDuration): number {
  const value = tryParseShortDuration(duration);
  if (value === undefined) throw new Error(`expected a time such as "800ms", got ${duration}`);
  return value;
}
