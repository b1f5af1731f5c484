import { setTimeout as sleep } from "node:timers/promises";
import { collectorPorts, parts } from "../../../dashboards/stack/parts";
import { counterSeries } from "../../../model/application_signals";
import { toolPath } from "../../../tools/find";
import { freePort, startServer, type Server } from "../../e2e/servers";
import { until } from "../../e2e/until";
import { Outdir, run } from "../outdir";
import { findFile } from "../read";
import { counter, logs, nanos, spanIdOf, traceIdOf, traces, type Span } from "./otlp";
import { Sink } from "./sink";

/**
 * `npm run collector:prove`: a real collector takes the generated configuration and does what it says. Only addresses
 * are others, the wait for late spans is shorter, and what is sent on is JSON.
 */
jest.setTimeout(120_000);

const WAIT_SECONDS = 4;
const SENDER = {
  "service.name": "orders",
  "deployment.environment.name": "dev",
  "plinth.cell": "c01",
  "service.instance.id": "1",
  "host.name": "somewhere",
};

const out = new Outdir();
const sink = new Sink();
let collector: Server;
let ports: { otlp: number; metrics: number; self: number; health: number };

beforeAll(async () => {
  await sink.start();
  ports = {
    otlp: await freePort(),
    metrics: await freePort(),
    self: await freePort(),
    health: await freePort(),
  };
  const generated = out.write("collector.yaml", await here(findFile("dev", "otel/collector.yaml")));
  collector = startServer(
    toolPath("otelcol"),
    [`--config=file:${generated}`, ...["traces", "logs"].flatMap(readable)],
    out.write("collector.log", ""),
  );
  await until(30, () => answers(`http://127.0.0.1:${ports.health}/`));
});

afterAll(async () => {
  await collector.stop();
  sink.stop();
  out.remove();
});

/** The generated text with this machine's addresses. */
async function here(text: string): Promise<string> {
  const grpc = await freePort();
  return text
    .replace(/decision_wait: \d+s/, `decision_wait: ${WAIT_SECONDS}s`)
    .replace(/http:\/\/tempo:\d+/, sink.url)
    .replace(/http:\/\/loki:\d+\/otlp/, sink.url)
    .replaceAll("0.0.0.0", "127.0.0.1")
    .replace(`:${collectorPorts.grpc}`, `:${grpc}`)
    .replace(`:${parts["otel-collector"].port}`, `:${ports.otlp}`)
    .replace(`:${collectorPorts.metrics}`, `:${ports.metrics}`)
    .replace(`:${collectorPorts.health}`, `:${ports.health}`)
    .replace(`port: ${collectorPorts.self}`, `port: ${ports.self}`);
}

/** What is sent on is legible text. */
const readable = (signal: string) =>
  ["encoding: json", "compression: none"].map(
    (setting) => `--config=yaml:exporters::otlp_http/${signal}::${setting}`,
  );

const answers = async (url: string): Promise<true | undefined> =>
  (await fetch(url).catch(() => undefined))?.ok || undefined;

async function send(signal: "traces" | "logs" | "metrics", body: object): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${ports.otlp}/v1/${signal}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect([answer.status, await answer.text()]).toEqual([200, '{"partialSuccess":{}}']);
}

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}-${i}`);

const of = <T extends { readonly traceId?: string }>(all: readonly T[], name: string): T[] =>
  all.filter(({ traceId }) => traceId === traceIdOf(name));

test.each(["dev", "prod", "dev-gcp"])(
  "the collector takes the configuration of %s",
  async (env) => {
    const file = out.write(`${env}.yaml`, findFile(env, "otel/collector.yaml"));
    expect(await run(toolPath("otelcol"), ["validate", `--config=${file}`])).toEqual({
      exitCode: 0,
      output: "",
    });
  },
);

describe("of the traces", () => {
  const start = Date.now() - 600_000;
  const span = (trace: string, name: string, seconds = 1, code = 0): Span => ({
    traceId: traceIdOf(trace),
    spanId: spanIdOf(`${trace} ${name}`),
    name,
    startTimeUnixNano: nanos(start),
    endTimeUnixNano: nanos(start + seconds * 1000),
    status: { code },
  });
  const failed = names("failed", 50);
  const slow = names("slow", 50);
  const usual = names("usual", 3_000);

  beforeAll(async () => {
    const first = [...failed, ...slow, ...usual].map((trace) => span(trace, "first"));
    await send("traces", traces(SENDER, first));
    const later = [
      ...failed.map((trace) => span(trace, "later", 1, 2)),
      ...slow.map((trace) => span(trace, "later", 301)),
      ...usual.map((trace) => span(trace, "later", 299)),
    ];
    await send("traces", traces(SENDER, later));
    await sleep((WAIT_SECONDS + 3) * 1000);
  });

  test("those with an error in any span are kept whole", () => {
    expect(failed.map((trace) => of(sink.spans, trace).length)).toEqual(failed.map(() => 2));
  });

  test("those that took longer than the objective allows are kept whole", () => {
    expect(slow.map((trace) => of(sink.spans, trace).length)).toEqual(slow.map(() => 2));
  });

  test("one in a hundred of the others is kept, whole", () => {
    const kept = usual.map((trace) => of(sink.spans, trace).length).filter((spans) => spans > 0);
    expect(kept.length).toBeGreaterThan(0.005 * usual.length);
    expect(kept.length).toBeLessThan(0.015 * usual.length);
    expect(new Set(kept)).toEqual(new Set([2]));
  });

  test("a span that comes after the decision goes the way of its trace", async () => {
    const before = sink.spans.length;
    await send(
      "traces",
      traces(
        SENDER,
        [...failed, ...slow].map((trace) => span(trace, "late")),
      ),
    );
    await until(30, () => Promise.resolve(sink.spans.length >= before + 100 || undefined));
    expect(failed.map((trace) => of(sink.spans, trace).length)).toEqual(failed.map(() => 3));
  });
});

describe("of the logs", () => {
  const ERROR = 17;
  const INFO = 9;
  const record = (trace: string | undefined, severityNumber: number, text: string) => ({
    timeUnixNano: nanos(Date.now()),
    severityNumber,
    body: { stringValue: text },
    ...(trace !== undefined && { traceId: traceIdOf(trace) }),
  });
  const requests = names("request", 3_000);
  const bodies = () => sink.logs.map(({ body }) => body.stringValue);

  beforeAll(async () => {
    await send(
      "logs",
      logs(SENDER, [
        ...names("error", 200).map((trace) => record(trace, ERROR, "failed")),
        ...requests.map((trace) => record(trace, INFO, "began")),
        ...requests.map((trace) => record(trace, INFO, "ended")),
        record(undefined, INFO, "started"),
      ]),
    );
    await sleep(2_000);
  });

  test("every error is kept", () => {
    expect(bodies().filter((text) => text === "failed")).toHaveLength(200);
  });

  test("of the others all lines of one request in a hundred", () => {
    const kept = requests.map((trace) => of(sink.logs, trace).length).filter((lines) => lines > 0);
    expect(kept.length).toBeGreaterThan(0.005 * requests.length);
    expect(kept.length).toBeLessThan(0.015 * requests.length);
    expect(new Set(kept)).toEqual(new Set([2]));
  });

  test("a line of no request is kept", () => {
    expect(bodies().filter((text) => text === "started")).toHaveLength(1);
  });
});

test("a counter is offered by the name and the labels that the rules select", async () => {
  const metric = { name: "orders.placed", unit: "{order}" };
  await send(
    "metrics",
    counter(SENDER, metric, [
      { attributes: { "order.outcome": "accepted" }, value: 41 },
      { attributes: { "order.outcome": "failed" }, value: 1 },
    ]),
  );
  const page = await until(30, async () => {
    const answer = await fetch(`http://127.0.0.1:${ports.metrics}/metrics`);
    const text = await answer.text();
    return text.includes(counterSeries(metric.name)) ? text : undefined;
  });
  const line = page.split("\n").find((one) => one.includes('order_outcome="accepted"'));
  expect(line?.split("{")[0]).toBe(counterSeries(metric.name));
  const labels = [...(line ?? "").matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(Object.fromEntries(labels)).toMatchObject({
    service_name: "orders",
    deployment_environment_name: "dev",
    plinth_cell: "c01",
    order_outcome: "accepted",
  });
  expect(labels.map(([name]) => name)).not.toContain("host_name");
  expect(line?.split("} ")[1]).toMatch(/^41(\.0)?$/);
});

test("what the collector says of itself is where Prometheus looks for it", async () => {
  const answer = await fetch(`http://127.0.0.1:${ports.self}/metrics`);
  expect(await answer.text()).toContain("otelcol_receiver_accepted_spans");
});
