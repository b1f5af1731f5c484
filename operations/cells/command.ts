import { InvalidArgumentError, type Command } from "commander";
import { BUCKETS, bucketOf } from "../../model/cells/bucket";
import { countOf, evenCells, movesBetween, rebalance } from "../../model/cells/table";
import { wavesOf } from "../../model/cells/waves";
import { mapText, movesText, wavesText, type CellMap, type Moves } from "./text";

/** As many as a fleet is built for. */
const MOST = 1_000;

interface Flags {
  readonly json?: boolean;
}

/** `plinth cells`. */
export function register(program: Command): void {
  const command = program
    .command("cells")
    .description(
      "See how users are spread over cells, what moves, and in which waves a change goes.",
    )
    .addHelpText("after", HELP);
  withJson(command.command("map"))
    .description("Say what share each cell has, and in which cell partition keys are.")
    .argument("[keys...]", "partition keys, such as ids of tenants")
    .requiredOption("--cells <count>", COUNT, toCount)
    .action((keys: string[], flags: Flags & { cells: number }) =>
      tell(mapOf(flags.cells, keys), mapText, flags),
    );
  withJson(command.command("moves"))
    .description("Say which buckets change their cell when a fleet grows or shrinks.")
    .requiredOption("--from <count>", COUNT, toCount)
    .requiredOption("--to <count>", COUNT, toCount)
    .action((flags: Flags & { from: number; to: number }) =>
      tell(movesOf(flags.from, flags.to), movesText, flags),
    );
  withJson(command.command("waves"))
    .description("Say in which order a change reaches the cells.")
    .requiredOption("--cells <count>", COUNT, toCount)
    .action(({ cells, ...flags }: Flags & { cells: number }) =>
      tell({ waves: wavesOf(evenCells(cells).map(({ name }) => name)) }, wavesText, flags),
    );
}

const COUNT = `how many cells of one weight, 1 to ${MOST}`;

const withJson = (command: Command): Command =>
  command.option("--json", "print JSON instead of text");

function toCount(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > MOST)
    throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST}`);
  return count;
}

function tell<T>(told: T, text: (told: T) => string, { json }: Flags): void {
  process.stdout.write(json === true ? `${JSON.stringify(told, undefined, 2)}\n` : text(told));
}

function mapOf(count: number, keys: readonly string[]): CellMap {
  const table = rebalance(undefined, evenCells(count));
  const cells = [...countOf(table)].map(([cell, buckets]) => ({
    ...{ cell, buckets },
    percent: percent(buckets),
  }));
  return {
    cells,
    keys: keys.map((key) => {
      const bucket = bucketOf(key);
      return { key, bucket, cell: table[bucket] ?? "" };
    }),
  };
}

function movesOf(from: number, to: number): Moves {
  const before = rebalance(undefined, evenCells(from));
  const moves = movesBetween(before, rebalance(before, evenCells(to)));
  return { movedPercent: percent(moves.length), moves };
}

/** Of all buckets, in hundredths of a percent. */
const percent = (buckets: number): number => Math.round((buckets / BUCKETS) * 10_000) / 100;

const HELP = `
A user's partition key is hashed into one of ${BUCKETS} buckets, for ever; a cell holds a set of buckets.
Exit codes: 0 told, 1 wrong flags.

Examples:
  $ npx plinth cells map tenant-42 --cells 8
  $ npx plinth cells moves --from 8 --to 9 --json
  $ npx plinth cells waves --cells 40`;
