import { series } from "../../model/names";
import type { Query, Sample } from "../budget/prometheus";
import { UserError, messageOf } from "../cli/errors";
import type { PlannedWave, WavePlan } from "./plan";

/** Cells that a change has reached, and what stops it there. */
export interface Watched {
  readonly environment: string;
  readonly cells: readonly string[];
  /** PromQL that gives something while the change must not go on. */
  readonly stopOn: string;
  readonly minutes: number;
}

/** How time goes by; tests let it go by faster. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

/** What `plinth cells bake --json` prints. */
export interface Baked {
  readonly schema: "plinth.bake/v1";
  readonly environment: string;
  readonly cells: readonly string[];
  readonly verdict: "quiet" | "burning";
  /** How long it was watched. */
  readonly minutes: number;
  /** The pages that stopped it, by their labels. */
  readonly alerts: readonly Sample["labels"][];
}

/** How long Prometheus may be silent in between, minutes: what nobody has watched was not watched. */
const SILENCE_MINUTES = 5;

const MINUTE = 60_000;

/**
 * What is watched after a wave: every cell that the change has reached by then.
 *
 * @throws UserError for the last wave, after which nothing waits
 */
export function watchedAfter({ environment, waves }: WavePlan, wave: PlannedWave): Watched {
  const { name, stopOn, bakeMinutes: minutes } = wave;
  if (stopOn === undefined)
    throw new UserError(`--wave: ${name} is the last wave of ${environment}: nothing waits for it`);
  const cells = waves.slice(0, waves.indexOf(wave) + 1).flatMap((one) => one.cells);
  return { environment, cells, stopOn, minutes };
}

/**
 * Watches for as long as asked, and ends at once when something burns.
 *
 * @throws UserError where Prometheus has no rules of a cell, so that nothing could burn, or is silent for five minutes; and in the end where
 *   it has had no data of an objective for so long that it says so, which takes 15 minutes
 */
export async function bake(watched: Watched, watching: Watching): Promise<Baked> {
  const { environment, cells, minutes } = watched;
  await expectRules(watched, watching.query);
  const start = watching.clock.now();
  const alerts = await burningWithin(watched, watching, start);
  if (alerts.length === 0) await expectData(watched, watching.query);
  return {
    ...{ schema: "plinth.bake/v1", environment, cells },
    verdict: alerts.length > 0 ? "burning" : "quiet",
    minutes: Math.min(minutesSince(start, watching), minutes),
    alerts: alerts.map(({ labels }) => labels),
  };
}

/** The first that burn; none when the time is over. */
async function burningWithin(
  { minutes, stopOn }: Watched,
  watching: Watching,
  start: number,
): Promise<readonly Sample[]> {
  const { clock, query, every, tell } = watching;
  for (let seen = start; ; await clock.sleep(every)) {
    const alerts = await look(query, stopOn, (error) => silent(error, seen, watching));
    if (alerts === undefined) continue;
    seen = clock.now();
    if (alerts.length > 0 || seen >= start + minutes * MINUTE) return alerts;
    tell(`quiet for ${minutesSince(start, watching)} of ${minutes} minutes`);
  }
}

const minutesSince = (start: number, { clock }: Watching): number =>
  Math.floor((clock.now() - start) / MINUTE);

export interface Watching {
  readonly query: Query;
  readonly clock: Clock;
  /** Milliseconds between two looks. */
  readonly every: number;
  /** Takes a line of progress. */
  readonly tell: (line: string) => void;
}

/** A cell whose rules nobody evaluates is quiet for ever. */
async function expectRules({ environment, cells }: Watched, query: Query): Promise<void> {
  const known = await query(`count by (cell) (${series.info}{environment="${environment}"})`);
  const blind = cells.filter((cell) => !known.some(({ labels }) => labels.cell === cell));
  if (blind.length > 0)
    throw new UserError(
      `--prometheus: expected the SLO rules of ${blind.join(", ")} (${series.info}), without which nothing can be seen to burn; load out/${environment}/prometheus/rules there`,
    );
}

/** An objective of which nothing is known pages nobody: whoever scrapes may be what fell over. */
async function expectData({ environment, cells }: Watched, query: Query): Promise<void> {
  const absent = await query(
    `ALERTS{alertstate="firing", alertname=~".+MetricAbsent", environment="${environment}", cell=~"${cells.join("|")}"}`,
  );
  if (absent.length === 0) return;
  const names = absent.map(
    ({ labels }) => `${labels.alertname ?? "an alert"} in ${labels.cell ?? "a cell"}`,
  );
  throw new UserError(
    `nothing is known of some objectives, so nobody knows what burns: ${[...new Set(names)].sort().join(", ")}`,
  );
}

async function look(
  query: Query,
  stopOn: string,
  failed: (error: unknown) => void,
): Promise<readonly Sample[] | undefined> {
  try {
    return await query(stopOn);
  } catch (error) {
    failed(error);
    return undefined;
  }
}

function silent(error: unknown, seen: number, watching: Watching): void {
  if (minutesSince(seen, watching) >= SILENCE_MINUTES)
    throw new UserError(
      `nothing was seen for ${SILENCE_MINUTES} minutes, so nobody knows what burns: ${messageOf(error)}`,
    );
  watching.tell(`no answer, asked again: ${messageOf(error)}`);
}

/** What a person reads at the end. */
export function bakedText({ verdict, minutes, cells, alerts }: Baked): string {
  const where = cells.length === 1 ? cells[0] : `${cells[0]} to ${cells.at(-1)} (${cells.length})`;
  if (verdict === "quiet") return `${where}: quiet for ${minutes} minutes\n`;
  const lines = alerts.map((labels) => `  ${nameOf(labels)}\n`).sort();
  return `${where}: stop, after ${minutes} minutes\n${lines.join("")}`;
}

const nameOf = ({ alertname, cell, sloth_service: service, sloth_slo: slo }: Sample["labels"]) =>
  `${alertname ?? "an alert"} pages in ${cell ?? "a cell"}${service ? `: ${service}, ${slo ?? ""}` : ""}`;
