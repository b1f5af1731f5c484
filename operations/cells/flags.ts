import { InvalidArgumentError } from "commander";
import { WAVE_NAMES, type WaveName } from "../../model/cells/waves";
import { UserError } from "../cli/errors";
import type { PlannedWave, WavePlan } from "./plan";

export function toWave(text: string): WaveName {
  const wave = WAVE_NAMES.find((name) => name === text);
  if (wave === undefined) throw new InvalidArgumentError(`expected ${WAVE_NAMES.join(", ")}`);
  return wave;
}

/** @throws UserError for a wave that a small fleet has not: a pipeline would otherwise apply nothing, or everything */
export function waveOf({ environment, waves }: WavePlan, wave: WaveName): PlannedWave {
  const found = waves.find(({ name }) => name === wave);
  if (found !== undefined) return found;
  const names = waves.map(({ name }) => name).join(", ");
  throw new UserError(
    `--wave: expected one of ${environment}'s waves, which are ${names}, got ${wave}`,
  );
}
