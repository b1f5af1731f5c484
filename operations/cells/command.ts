import { join } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import { environments } from "../../environments";
import { BUCKETS } from "../../model/cells/bucket";
import { MOST_CELLS } from "../../model/cells/name";
import { evenCells, rebalance } from "../../model/cells/table";
import { wavesOf, type WaveName } from "../../model/cells/waves";
import { UserError } from "../cli/errors";
import { findEnvironment } from "../gate/settings";
import { repositoryRoot } from "../repository";
import { writeWhole } from "../write";
import { registerBake } from "./bake_command";
import { toWave, waveOf } from "./flags";
import { readTable, tablePath, tableText } from "./file";
import { fleetMap, movesOf, reshard, type Told } from "./fleet";
import { wavePlan } from "./plan";
import { mapText, movesText, waveStacksText, wavesText, type ToldWaves } from "./text";

interface Flags {
  readonly json?: boolean;
}

/** An even fleet of so many cells, or that of an environment. */
interface Which {
  readonly cells?: number | undefined;
  readonly env?: string | undefined;
}

/** `plinth cells`. */
export function register(program: Command): void {
  const command = program
    .command("cells")
    .description(
      "See how users are spread over cells, what moves, and in which waves a change goes.",
    )
    .addHelpText("after", HELP);
  registerMap(command);
  registerMoves(command);
  registerReshard(command);
  registerWaves(command);
  registerBake(command);
}

const registerMap = (command: Command): Command =>
  whose(withJson(command.command("map")))
    .description("Say what share each cell has, and in which cell partition keys are.")
    .argument("[keys...]", "partition keys, such as ids of tenants")
    .action((keys: string[], flags: Flags & Which) =>
      tell(fleetMap(fleetFrom(flags), keys), mapText, flags),
    );

const registerMoves = (command: Command): Command =>
  withJson(command.command("moves"))
    .description(
      "Say which buckets change their cell when a fleet grows, shrinks or is weighed anew.",
    )
    .option("--from <count>", COUNT, toCount)
    .option("--to <count>", COUNT, toCount)
    .option("--env <name>", "what `reshard` would move in this environment")
    .action((flags: Flags & { from?: number; to?: number; env?: string }) =>
      tell(askedMoves(flags), movesText, flags),
    );

function askedMoves({ from, to, env }: { from?: number; to?: number; env?: string }) {
  if (env !== undefined && from === undefined && to === undefined)
    return movesOf(reshard(declared(env), readTable(repositoryRoot, env)));
  if (env !== undefined || from === undefined || to === undefined)
    throw new UserError("expected --from and --to, or --env alone");
  const before = rebalance(undefined, evenCells(from));
  return movesOf({ before, after: rebalance(before, evenCells(to)) });
}

const registerReshard = (command: Command): Command =>
  withJson(command.command("reshard"))
    .description(
      "Write down which cell has which bucket, with the fewest moves that the weights ask for.",
    )
    .requiredOption("--env <name>", "the environment whose fleet it is")
    .option("--root <folder>", "the clone whose environments/cells/ it is", repositoryRoot)
    .action((flags: Flags & { env: string; root: string }) => {
      const { env, root } = flags;
      const resharded = reshard(declared(env), readTable(root, env));
      writeWhole(join(root, tablePath(env)), tableText(resharded.after));
      tell(movesOf(resharded), movesText, flags);
    });

const registerWaves = (command: Command): Command =>
  whose(withJson(command.command("waves")))
    .description("Say in which order a change reaches the cells, and their stacks.")
    .option("--wave <name>", "print the stacks of this wave alone, one a line", toWave)
    .action((flags: Flags & Which & { wave?: WaveName }) => {
      const { wave } = flags;
      if (wave !== undefined) tell(stacksOfWave(flags, wave), waveStacksText, flags);
      else tell(wavesFrom(flags), wavesText, flags);
    });

function wavesFrom({ cells, env }: Which): ToldWaves {
  if (either({ cells, env }) === "env")
    return { waves: wavePlan(findEnvironment(env ?? "")).waves };
  return { waves: wavesOf(evenCells(cells ?? 1).map(({ name }) => name)) };
}

function stacksOfWave({ env }: Which, wave: WaveName): { readonly stacks: readonly string[] } {
  if (env === undefined) throw new UserError("--wave: expected --env, whose stacks they are");
  const { stacks } = waveOf(wavePlan(findEnvironment(env)), wave);
  return { stacks };
}

function fleetFrom({ cells, env }: Which): Told {
  if (either({ cells, env }) === "env") {
    const { fleet } = findEnvironment(env ?? "");
    return fleet ?? { table: rebalance(undefined, evenCells(1)), pinned: {} };
  }
  return { table: rebalance(undefined, evenCells(cells ?? 1)), pinned: {} };
}

function either({ cells, env }: Which): "cells" | "env" {
  if ((cells === undefined) === (env === undefined))
    throw new UserError("expected --cells or --env, one of them");
  return cells === undefined ? "env" : "cells";
}

/** As it is written: its table may not fit yet, which is what a command is asked about. */
function declared(name: string) {
  const found = environments.find((environment) => environment.name === name);
  if (found !== undefined) return found;
  const names = environments.map((environment) => environment.name).join(", ");
  throw new UserError(`--env: expected one of ${names}, got ${JSON.stringify(name)}`);
}

const COUNT = `how many cells of one weight, 1 to ${MOST_CELLS}`;

const whose = (command: Command): Command =>
  command.option("--cells <count>", COUNT, toCount).option("--env <name>", "its fleet instead");

const withJson = (command: Command): Command =>
  command.option("--json", "print JSON instead of text");

function toCount(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > MOST_CELLS)
    throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST_CELLS}`);
  return count;
}

function tell<T>(told: T, text: (told: T) => string, { json }: Flags): void {
  process.stdout.write(json === true ? `${JSON.stringify(told, undefined, 2)}\n` : text(told));
}

const HELP = `
A user's partition key is hashed into one of ${BUCKETS} buckets, for ever; a cell holds a set of buckets.
Exit codes: 0 told, 1 wrong flags.

Examples:
  $ npx plinth cells map tenant-42 --cells 8
  $ npx plinth cells moves --from 8 --to 9 --json
  $ npx plinth cells reshard --env prod
  $ npx plinth cells waves --env prod --wave one
  $ npx plinth cells bake --env prod --wave one --prometheus "$URL"`;
