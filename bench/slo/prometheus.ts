/** A real Prometheus over blocks of the past. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MINUTES } from "./trace";

/** A multiple of the longest block, 162 h, so that four days are one block. */
export const START = 2_900 * 162 * 3_600;

/** One sample: minute of the trace and value. */
export type Sample = readonly [minute: number, value: number];

/** A file of OpenMetrics, series after series. */
export class SampleFile {
  private readonly file: number;

  constructor(readonly path: string) {
    this.file = openSync(path, "w");
  }

  add(selector: string, samples: readonly Sample[]): void {
    const name = selector.replaceAll(", ", ",");
    const lines = samples.map(([minute, value]) => `${name} ${value} ${START + minute * 60}\n`);
    writeSync(this.file, lines.join(""));
  }

  /** Makes blocks of what was added. */
  intoBlocks(promtool: string, data: string): void {
    writeSync(this.file, "# EOF\n");
    closeSync(this.file);
    const args = ["tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=162h", "-q"];
    const ran = spawnSync(promtool, [...args, this.path, data], { encoding: "utf8" });
    if (ran.status !== 0) throw new Error(`promtool made no blocks: ${ran.stderr}${ran.stdout}`);
  }
}

/** What a range query gave: each series' samples. */
export type Matrix = readonly (readonly Sample[])[];

interface Answer {
  readonly error?: string;
  readonly data?: { readonly result: readonly { readonly values: readonly [number, string][] }[] };
}

export class Prometheus {
  private constructor(
    private readonly server: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(program: string, dir: string): Promise<Prometheus> {
    const config = join(dir, "prometheus.yml");
    writeFileSync(config, "global: {}\n");
    const address = `127.0.0.1:${await freePort()}`;
    const server = spawn(
      program,
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(dir, "data")}`,
        "--storage.tsdb.retention.time=100y",
        "--no-storage.tsdb.allow-overlapping-compaction",
        `--web.listen-address=${address}`,
        "--log.level=error",
      ],
      { stdio: ["ignore", "ignore", "inherit"] },
    );
    const started = new Prometheus(server, `http://${address}`);
    await started.ready();
    return started;
  }

  /** A query at each step of the trace. */
  async range(query: string, stepMinutes = 1): Promise<Matrix> {
    const body = new URLSearchParams({
      query,
      start: `${START}`,
      end: `${START + (MINUTES - 1) * 60}`,
      step: `${stepMinutes * 60}`,
    });
    const response = await fetch(`${this.url}/api/v1/query_range`, { method: "POST", body });
    const { data, error } = (await response.json()) as Answer;
    if (data === undefined) throw new Error(`Prometheus: ${error}: ${query}`);
    return data.result.map(({ values }) =>
      values.map(([time, value]): Sample => [(time - START) / 60, numberOf(value)]),
    );
  }

  async stop(): Promise<void> {
    this.server.kill();
    await once(this.server, "exit");
  }

  private async ready(): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      if (this.server.exitCode !== null) throw new Error("Prometheus did not start");
      const response = await fetch(`${this.url}/-/ready`).catch(() => undefined);
      if (response?.ok === true) return;
      await sleep(100);
    }
    throw new Error("Prometheus is not ready after a minute");
  }
}

const numberOf = (value: string): number =>
  value === "+Inf" ? Infinity : value === "-Inf" ? -Infinity : Number(value);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
