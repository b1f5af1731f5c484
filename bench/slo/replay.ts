/** Replays traces through a Prometheus: their series are backfilled, what rules record is backfilled, the rest is asked. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { inPool } from "../../operations/pool";
import { Prometheus, SampleFile, type Matrix, type Sample } from "./prometheus";
import type { Contender, Series } from "./contenders/contender";
import type { Page, Recording } from "./rules";
import type { Answers } from "./score";
import type { Trace } from "./trace";

export interface Lane {
  readonly trace: Trace;
  readonly contender: Contender;
}

export interface Programs {
  readonly prometheus: string;
  readonly promtool: string;
}

type Progress = (done: string) => void;

/** What a lane's rules gave. */
export interface Outcome extends Answers {
  readonly lane: Lane;
}

export async function replay(
  lanes: readonly Lane[],
  dir: string,
  { prometheus, promtool }: Programs,
  progress: Progress,
): Promise<Outcome[]> {
  const data = join(dir, "data");
  mkdirSync(data);
  const raw = rawOf(lanes, join(dir, "raw.om"));
  raw.intoBlocks(promtool, data);
  progress("series backfilled");
  const recorded = await withPrometheus(prometheus, dir, (server) =>
    record(lanes, server, join(dir, "recorded.om")),
  );
  recorded.intoBlocks(promtool, data);
  progress("recorded series backfilled");
  return withPrometheus(prometheus, dir, (server) =>
    inPool(lanes, (lane) => answersOf(lane, server)),
  );
}

/** Every series once: peers read the same ones. */
function rawOf(lanes: readonly Lane[], path: string): SampleFile {
  const series = new Map(
    lanes.flatMap(({ trace, contender }) =>
      contender.series(trace).map((one) => [one.selector, { trace, one }] as const),
    ),
  );
  const file = new SampleFile(path);
  for (const [selector, { trace, one }] of series) file.add(selector, seen(trace, one));
  return file;
}

async function withPrometheus<T>(
  program: string,
  dir: string,
  work: (server: Prometheus) => Promise<T>,
): Promise<T> {
  const server = await Prometheus.start(program, dir);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** A minute without the exporter has no sample. */
const seen = ({ minutes }: Trace, { values }: Series): Sample[] =>
  values.flatMap((value, minute) =>
    minutes[minute]?.unseen === true ? [] : [[minute, value] as const],
  );

async function record(
  lanes: readonly Lane[],
  server: Prometheus,
  path: string,
): Promise<SampleFile> {
  const file = new SampleFile(path);
  const recordings = lanes.flatMap(({ contender }) => contender.rules.recordings);
  await inPool(recordings, async ({ selector, query }: Recording) => {
    for (const samples of await server.range(query)) file.add(selector, samples);
  });
  return file;
}

async function answersOf(lane: Lane, server: Prometheus): Promise<Outcome> {
  const { pages, remaining } = lane.contender.rules;
  const firing = new Set<number>();
  for (const page of pages)
    for (const minute of firingMinutes(page, await server.range(page.query))) firing.add(minute);
  const [left = []] = await server.range(remaining, 60);
  return { lane, pages: firing, remaining: new Map(left) };
}

/** Those in which the query, and in all minutes of the wait before them, found something. */
export function firingMinutes({ forMinutes }: Pick<Page, "forMinutes">, found: Matrix): number[] {
  const minutes = new Set(found.flatMap((samples) => samples.map(([minute]) => minute)));
  let since = 0;
  return [...minutes]
    .sort((a, b) => a - b)
    .filter((minute) => {
      if (!minutes.has(minute - 1)) since = minute;
      return minute - since >= forMinutes;
    });
}
