import { stacksOfCell } from "../../model/cells/stacks";
import { wavesOf, type Wave } from "../../model/cells/waves";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";

/** What a pipeline follows: one wave after another, and no further while the condition of one holds. */
export interface WavePlan {
  readonly schema: "plinth.waves/v1";
  readonly environment: string;
  /** Stacks that every cell needs, applied before the first wave. */
  readonly before: readonly string[];
  readonly waves: readonly PlannedWave[];
  /** Stacks that need every cell, applied after the last wave. */
  readonly after: readonly string[];
}

export interface PlannedWave extends Wave {
  /** In the order in which they are applied. */
  readonly stacks: readonly string[];
  /** PromQL: while it gives anything, the next wave does not start. Nothing after the last. */
  readonly stopOn?: string;
}

/**
 * The waves of an environment's fleet; one without a fleet has a wave of one cell.
 *
 * @param stacks - all stacks of the environment, in the order in which they are applied; `@default` - those of cells alone
 */
export function wavePlan(environment: Environment, stacks: readonly string[] = []): WavePlan {
  const { name, cells, fleet } = environment;
  const waves = wavesOf(fleet?.cells.map((cell) => cell.name) ?? cells);
  const own = new Set(cells.flatMap((cell) => stacksOfCell(environment, cell)));
  const last = stacks.findLastIndex((stack) => own.has(stack));
  const shared = stacks.map((stack, at) => ({ stack, at })).filter(({ stack }) => !own.has(stack));
  const ids = (which: (at: number) => boolean): string[] =>
    shared.filter(({ at }) => which(at)).map(({ stack }) => stack);
  return {
    ...{ schema: "plinth.waves/v1", environment: name },
    before: ids((at) => at < last),
    waves: waves.map((wave, index) => ({
      ...wave,
      stacks: wave.cells.flatMap((cell) => stacksOfCell(environment, cell)),
      ...(wave.bakeMinutes > 0 && { stopOn: burning(name, waves.slice(0, index + 1)) }),
    })),
    after: ids((at) => at > last),
  };
}

/** Pages of cells that the change has reached. */
function burning(environment: string, waves: readonly Wave[]): string {
  const cells = waves.flatMap((wave) => wave.cells).join("|");
  return `ALERTS{alertstate="firing", severity="page", environment="${environment}", cell=~"${cells}"}`;
}

/** Written where an environment has a fleet. */
export const renderWaves = (environment: Environment, stacks: readonly string[]): RenderedFile[] =>
  environment.fleet === undefined
    ? []
    : [
        {
          path: files.waves,
          text: `${JSON.stringify(wavePlan(environment, stacks), undefined, 2)}\n`,
        },
      ];
