import { setTimeout as sleep } from "node:timers/promises";
import { InvalidArgumentError, type Command } from "commander";
import type { WaveName } from "../../model/cells/waves";
import { prometheusAt, type Query } from "../budget/prometheus";
import { findEnvironment } from "../gate/settings";
import { bake, bakedText, watchedAfter } from "./bake";
import { toWave, waveOf } from "./flags";
import { wavePlan } from "./plan";

interface Flags {
  readonly env: string;
  readonly wave: WaveName;
  readonly prometheus: string;
  readonly minutes?: number;
  readonly every: number;
  readonly json?: boolean;
}

/** `plinth cells bake`. */
export const registerBake = (command: Command): Command =>
  command
    .command("bake")
    .description(
      "Watch the cells that a change has reached, and say whether the next wave may start.",
    )
    .requiredOption("--env <name>", "the environment whose fleet it is")
    .requiredOption("--wave <name>", "the wave that was applied last", toWave)
    .requiredOption("--prometheus <url>", "where the rules run: Prometheus, Thanos or Mimir")
    .option("--minutes <count>", "how long (default: what the wave says)", toCount)
    .option("--every <seconds>", "how long between two looks", toCount, 30)
    .option("--json", "print plinth.bake/v1 instead of text")
    .addHelpText("after", HELP)
    .action(run);

async function run({ env, wave, prometheus, minutes, every, json }: Flags): Promise<void> {
  const plan = wavePlan(findEnvironment(env));
  const watched = watchedAfter(plan, waveOf(plan, wave));
  const baked = await bake(
    { ...watched, minutes: minutes ?? watched.minutes },
    {
      query: asking(prometheus),
      clock: { now: Date.now, sleep },
      every: every * 1_000,
      tell: (line) => process.stderr.write(`plinth cells bake: ${line}\n`),
    },
  );
  process.stdout.write(
    json === true ? `${JSON.stringify(baked, undefined, 2)}\n` : bakedText(baked),
  );
  process.exitCode = baked.verdict === "quiet" ? 0 : 2;
}

/** Each query at the moment in which it is asked. */
const asking = (url: string): Query => {
  const token = process.env["PLINTH_PROMETHEUS_TOKEN"];
  return (promql) => prometheusAt(url, { at: new Date(), ...(token && { token }) })(promql);
};

function toCount(text: string): number {
  const count = Number(text);
  if (!/^\d{1,4}$/.test(text) || count < 1)
    throw new InvalidArgumentError("expected a whole number from 1 to 9999");
  return count;
}

const HELP = `
While an SLO alert of such a cell pages, the change goes no further. Progress goes to the standard error.
PLINTH_PROMETHEUS_TOKEN holds a bearer token, where one is needed.
An objective without data pages nobody; Prometheus says so after 15 minutes (…MetricAbsent), and the bake with it.
Exit codes: 0 quiet to the end, 2 something burns, 1 could not see or wrong flags.

Examples:
  $ npx plinth cells bake --env prod --wave sandbox --prometheus "$URL" && npx cdktf apply $(npx plinth cells waves --env prod --wave one)`;
