/** In the order in which they come. */
export const WAVE_NAMES = ["sandbox", "one", "tenth", "rest"] as const;
export type WaveName = (typeof WAVE_NAMES)[number];

/** Cells that one change reaches together. */
export interface Wave {
  readonly name: WaveName;
  readonly cells: readonly string[];
  /** How long the change is watched before the next wave, minutes; none after the last. */
  readonly bakeMinutes: number;
}

/** Of the whole fleet, in the third wave. */
const TENTH = 0.1;

/**
 * The longer window of the fastest burn-rate alert, one hour: a burn that pages is seen before the next wave starts.
 *
 * @see https://sre.google/workbook/alerting-on-slos/ (table 5-8)
 */
const BAKE_MINUTES = 60;

/**
 * The order in which a change reaches the cells of a fleet: the sandbox, one more, a tenth of the fleet, the rest. A wave for which no
 * cell is left is not there.
 *
 * @param cells - names; the first is the sandbox
 */
export function wavesOf(cells: readonly string[]): Wave[] {
  const tenth = 2 + Math.ceil(cells.length * TENTH);
  const waves: readonly Omit<Wave, "bakeMinutes">[] = [
    { name: "sandbox", cells: cells.slice(0, 1) },
    { name: "one", cells: cells.slice(1, 2) },
    { name: "tenth", cells: cells.slice(2, tenth) },
    { name: "rest", cells: cells.slice(tenth) },
  ];
  const there = waves.filter((wave) => wave.cells.length > 0);
  return there.map((wave, index) => ({
    ...wave,
    bakeMinutes: index === there.length - 1 ? 0 : BAKE_MINUTES,
  }));
}
