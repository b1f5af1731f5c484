import { stringify } from "yaml";
import { files, META_RULES } from "../../../model/names";
import { slosOf } from "../../../dashboards/slo/slo";
import { toolPath } from "../../../tools/find";
import { startEmulators } from "../../e2e/emulators";
import { freePort, listening, startServer, type Server } from "../../e2e/servers";
import { findEnvironment, filesOf } from "../estate";
import { Outdir } from "../outdir";
import { Receiver } from "./receiver";
import { startAlertmanager, startReachable, type Reachable } from "./servers";
import { CloudWatch } from "./cloudwatch";
import { writeHistory } from "./history";
import { HURRY, hurry, hurryYace } from "./hurry";
import { createResources } from "./resources";

/** The whole chain that watches dev's services, from an emulated CloudWatch to whoever is called. */
export interface Chain {
  readonly receiver: Receiver;
  /** For some minutes, `orders` handles nothing, and the others fail most of their requests. */
  breakDown(): void;
  /** What a query gives over so many minutes, as minutes pass here. */
  last(minutes: number, query: string): Promise<Series[]>;
  stop(): Promise<void>;
}

const ENVIRONMENT = "dev";

/** Every program runs with the generated configuration; only addresses are replaced, and time is shortened. */
export async function startChain(): Promise<Chain> {
  const out = new Outdir();
  const environment = findEnvironment(ENVIRONMENT);
  const { services } = environment;
  const emulators = await startEmulators(out.path);
  const endpoint = emulators.env["AWS_ENDPOINT_URL"]!;
  const ids = await createResources(ENVIRONMENT, endpoint);
  const told = services.map((service) => new CloudWatch(endpoint, service, ids));
  told.forEach((one) => one.start());
  const receiver = new Receiver();
  await receiver.start();
  const alertmanager = await startAlertmanager(
    generated("alertmanager/alertmanager.yaml"),
    receiver,
    out,
  );
  // It asks where the signals were told: stories of Terraform have CloudWatch in the other emulator.
  const asked = { ...emulators.env, AWS_ENDPOINT_URL_CLOUDWATCH: endpoint };
  const yace = await startYace(out, asked);
  const storage = await writeHistory(
    out,
    services.flatMap((service) => slosOf(service, environment)),
  );
  const prometheus = await startPrometheus(out, storage, yace.url, alertmanager.url);
  const servers: readonly Server[] = [prometheus, alertmanager, yace, emulators];
  return {
    receiver,
    breakDown: () => told.forEach((one) => one.breakDown()),
    last: (minutes, query) => last(prometheus.url, minutes, query),
    async stop() {
      await Promise.all(told.map((one) => one.stop())).finally(async () => {
        await Promise.all(servers.map((server) => server.stop()));
        receiver.stop();
        out.remove();
      });
    },
  };
}

const generated = (path: string): string => hurry(filesOf(ENVIRONMENT).get(path)!);

async function startYace(out: Outdir, env: Readonly<Record<string, string>>): Promise<Reachable> {
  const port = await freePort();
  const file = out.write("yace.yaml", hurryYace(filesOf(ENVIRONMENT).get("exporters/yace.yaml")!));
  const args = [
    `--config.file=${file}`,
    `--listen-address=127.0.0.1:${port}`,
    `--scraping-interval=${60 / HURRY}`,
  ];
  const server = startServer(toolPath("yace"), args, out.write("yace.log", ""), env);
  await listening(port);
  return { url: `http://127.0.0.1:${port}`, stop: () => server.stop() };
}

/** Prometheus with the generated rules and scrape jobs, and the history in its storage. */
async function startPrometheus(out: Outdir, storage: string, yace: string, alertmanager: string) {
  const port = await freePort();
  const scrape = generated("exporters/prometheus-scrape.yaml")
    .replace("yace:5000", hostOf(yace))
    .replace("alertmanager:9093", hostOf(alertmanager))
    .replace("localhost:9090", `127.0.0.1:${port}`);
  out.write("scrape.yaml", scrape);
  const services = findEnvironment(ENVIRONMENT).services.map(({ name }) => name);
  for (const name of [...services, META_RULES]) {
    out.write(`rules/${name}.yaml`, generated(files.rules(name)));
  }
  const config = {
    rule_files: ["rules/*.yaml"],
    scrape_config_files: ["scrape.yaml"],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [hostOf(alertmanager)] }] }] },
  };
  return startReachable("prometheus", out, port, [
    `--config.file=${out.write("prometheus.yaml", stringify(config))}`,
    `--storage.tsdb.path=${storage}`,
    // What Prometheus looks back for an instant is five minutes.
    `--query.lookback-delta=${(5 * 60) / HURRY}s`,
  ]);
}

const hostOf = (url: string): string => new URL(url).host;

/** One series: its labels, and its values by Unix seconds. */
export interface Series {
  readonly metric: Readonly<Record<string, string>>;
  readonly values: readonly (readonly [number, string])[];
}

interface Answer {
  readonly error?: string;
  readonly data?: { readonly result: Series[] };
}

async function last(url: string, minutes: number, query: string): Promise<Series[]> {
  const end = Date.now() / 1_000;
  const step = 60 / HURRY;
  const range = { start: String(end - minutes * step), end: String(end), step: String(step) };
  const body = new URLSearchParams({ query, ...range });
  const answer = await fetch(`${url}/api/v1/query_range`, { method: "POST", body });
  const { data, error } = (await answer.json()) as Answer;
  if (data === undefined) throw new Error(`${query}: ${error}`);
  return data.result;
}
