/** What is wrong with a text that should be JSON. */
export type DamageKind = "odd" | "short" | "deep" | "twice" | "half" | "huge";

/** A text cannot be read, or can be read in two ways. Says no word of it: a plan may hold secrets. */
export class Damage extends Error {
  /** @param at index of the byte where it was noticed */
  constructor(
    readonly kind: DamageKind,
    readonly at: number,
  ) {
    super(`${kind} at byte ${at}`);
  }
}

/** Something else was expected there. */
export function damageAt(bytes: Uint8Array, at: number): Damage {
  return new Damage(at >= bytes.length ? "short" : "odd", at);
}
