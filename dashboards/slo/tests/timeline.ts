import type { BurnTier } from "../../../model/burn";
import { seconds } from "../../../model/duration";
import type { Duration } from "../../../model/declaration";
import { fewestBadEvents } from "../guard";
import { thresholdOf, type Slo } from "../slo";

/** What happens in one minute; in an idle one the cloud says nothing of empty queues. */
export interface Minute {
  readonly good: number;
  readonly bad: number;
  readonly idle?: true;
}

/** What the rules record at the end of a minute. */
export interface Recorded {
  readonly bad: number;
  readonly total: number;
}

/** A month is as long as any test: they begin with it, except where one is about its end. */
export const minutesOf = (window: string): number =>
  window === "month" ? Infinity : seconds(window as Duration) / 60;

export const repeat = (count: number, minute: Minute): Minute[] =>
  Array.from({ length: count }, () => minute);

/** Minutes in which a share of the events is bad; a time slice is bad or good, so its share is spread evenly. */
export function burning(slo: Slo, count: number, errorRatio: number, perMinute: number): Minute[] {
  if (!slo.sli.slices) {
    const bad = Math.round(perMinute * errorRatio);
    return repeat(count, { good: perMinute - bad, bad });
  }
  const badUntil = (minute: number): number => Math.floor(minute * errorRatio + 1e-9);
  return Array.from({ length: count }, (_, minute) => {
    const bad = badUntil(minute + 1) - badUntil(minute);
    return { good: 1 - bad, bad };
  });
}

/** The alert rules in exact arithmetic over whole numbers: what promtool is expected to see. */
export class Oracle {
  private readonly bad: number[] = [0];
  private readonly total: number[] = [0];

  constructor(
    private readonly slo: Slo,
    recorded: readonly Recorded[],
  ) {
    for (const { bad, total } of recorded) {
      this.bad.push((this.bad.at(-1) ?? 0) + bad);
      this.total.push((this.total.at(-1) ?? 0) + total);
    }
  }

  /** Bad of total in the window that ends with a minute; 0 without events. */
  ratio(minute: number, window: string): number {
    const total = this.within(this.total, minute, minutesOf(window));
    return total === 0 ? 0 : this.within(this.bad, minute, minutesOf(window)) / total;
  }

  fires(tier: BurnTier, minute: number): boolean {
    const threshold = Number(thresholdOf(this.slo, tier));
    const bad = this.within(this.bad, minute, minutesOf(tier.longWindow));
    return (
      this.ratio(minute, tier.shortWindow) > threshold &&
      this.ratio(minute, tier.longWindow) > threshold &&
      bad >= fewestBadEvents(this.slo, tier)
    );
  }

  /** The last minute of a tier's long window in which its short one was known not to be above the threshold. */
  lastBelow(tier: BurnTier, minute: number): number | undefined {
    const threshold = Number(thresholdOf(this.slo, tier));
    const first = Math.max(0, minute + 1 - minutesOf(tier.longWindow));
    for (let at = minute; at >= first; at--) {
      if (this.isKnown(at, tier) && this.ratio(at, tier.shortWindow) <= threshold) return at;
    }
    return undefined;
  }

  /** Without events nothing is wrong; of minutes that are not known there is no ratio. */
  private isKnown(minute: number, { shortWindow }: BurnTier): boolean {
    return !this.slo.sli.slices || this.within(this.total, minute, minutesOf(shortWindow)) > 0;
  }

  /** What was recorded from the first minute, or another one, up to the end of a minute. */
  recorded(minute: number, first = 0): Recorded {
    const length = minute + 1 - first;
    return {
      bad: this.within(this.bad, minute, length),
      total: this.within(this.total, minute, length),
    };
  }

  firing(minute: number): BurnTier[] {
    return this.slo.tiers.filter((tier) => this.fires(tier, minute));
  }

  /** The first minute from `from` on at which a tier's state is as asked. */
  findMinute(from: number, holds: (minute: number) => boolean): number {
    for (let minute = from; minute < this.total.length - 1; minute++) {
      if (holds(minute)) return minute;
    }
    throw new Error(`${this.slo.id}: no such minute from ${from} on`);
  }

  private within(sums: readonly number[], minute: number, length: number): number {
    return (sums[minute + 1] ?? NaN) - (sums[Math.max(0, minute + 1 - length)] ?? NaN);
  }
}
