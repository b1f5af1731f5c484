const { floor, imul, log } = Math;

/** Random numbers that are the same in every run: mulberry32. */
export class Random {
  constructor(private seed: number) {}

  /** From 0 to 1, without 1. */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let bits = imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    bits = (bits + imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + floor(this.next() * (most - least + 1));
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** How many of `count` something happens to, each with a chance: from one to the next, as many as it skips. */
  hits(count: number, chance: number): number {
    if (chance <= 0) return 0;
    let hits = 0;
    for (let at = this.skipped(chance); at < count; at += 1 + this.skipped(chance)) hits++;
    return hits;
  }

  private skipped(chance: number): number {
    return floor(log(1 - this.next()) / log(1 - chance));
  }
}
