/** Replays traces through a Prometheus: their series are backfilled, what rules record is backfilled, the rest is asked. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { inPool } from "../../operations/pool";
import { Prometheus, SampleFile, type Sample } from "./prometheus";
import type { Contender, Series } from "./peers";
import type { Recording } from "./rules";
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
  const raw = new SampleFile(join(dir, "raw.om"));
  for (const { trace, contender } of lanes)
    for (const series of contender.series(trace)) raw.add(series.selector, seen(trace, series));
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
  const { rules } = lane.contender;
  const pages = new Set<number>();
  for (const query of rules.pages)
    for (const samples of await server.range(query))
      for (const [minute] of samples) pages.add(minute);
  const [remaining = []] = await server.range(rules.remaining, 60);
  return { lane, pages, remaining: new Map(remaining) };
}
