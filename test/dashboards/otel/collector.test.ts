import { renderCollector } from "../../../dashboards/otel/collector";
import { renderSdkSettings } from "../../../dashboards/otel/sdk";
import { headRatio, slowMilliseconds } from "../../../dashboards/otel/sampling";
import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { ServiceDeclaration } from "../../../model/declaration";
import { settle } from "../../../model/settle";
import { parse } from "yaml";

interface Pipeline {
  readonly receivers: readonly string[];
  readonly processors: readonly string[];
  readonly exporters: readonly string[];
}

interface Collector {
  readonly receivers: object;
  readonly processors: {
    readonly tail_sampling: {
      readonly decision_wait: string;
      readonly num_traces: number;
      readonly policies: readonly { readonly name: string }[];
    };
    readonly probabilistic_sampler: { readonly sampling_percentage: number };
  };
  readonly exporters: object;
  readonly service: { readonly pipelines: Readonly<Record<string, Pipeline>> };
}

const environmentOf = (...services: readonly ServiceDeclaration[]) => settle({ ...dev, services });

const collectorOf = (...services: readonly ServiceDeclaration[]): Collector =>
  parse(renderCollector(environmentOf(...services)).text) as Collector;

const serviceOf = (declaration: ServiceDeclaration) => environmentOf(declaration).services[0]!;

const withPeak = (peakPerSecond: number): ServiceDeclaration => ({
  ...orders,
  traffic: { averagePerSecond: 1, peakPerSecond },
});

describe("the collector", () => {
  const collector = collectorOf(orders);

  test("runs what it declares, and declares what it runs", () => {
    const pipelines = Object.values(collector.service.pipelines);
    for (const kind of ["receivers", "processors", "exporters"] as const) {
      const run = new Set(pipelines.flatMap((pipeline) => pipeline[kind]));
      expect([...run].sort()).toEqual(Object.keys(collector[kind]).sort());
    }
  });

  test("guards its memory first and sends in batches last", () => {
    for (const { processors } of Object.values(collector.service.pipelines)) {
      expect(processors[0]).toBe("memory_limiter");
      expect(processors.at(-1)).toBe("batch");
    }
  });

  test("keeps errors, what is slower than an objective allows, and 1% of the rest", () => {
    const { policies } = collector.processors.tail_sampling;
    expect(policies.map(({ name }) => name)).toEqual(["errors", "slow-orders", "others"]);
    expect(JSON.stringify(policies)).toContain('"threshold_ms":300000');
    expect(collector.processors.probabilistic_sampler.sampling_percentage).toBe(1);
  });

  test("decides when the slowest trace of all services has arrived, and holds as many until then", () => {
    const slower: ServiceDeclaration = {
      ...orders,
      name: "ledger",
      objectives: [{ ...orders.objectives[1]!, sli: "freshness", threshold: "10m" }],
    };
    expect(collector.processors.tail_sampling).toMatchObject({
      decision_wait: "330s",
      num_traces: 330 * 50,
    });
    expect(collectorOf(orders, slower).processors.tail_sampling).toMatchObject({
      decision_wait: "630s",
      num_traces: 630 * 100,
    });
  });

  test("of no service holds little", () => {
    expect(collectorOf().processors.tail_sampling).toMatchObject({
      decision_wait: "30s",
      num_traces: 30,
    });
  });
});

describe("where a trace begins", () => {
  test.each([
    [0, "1"],
    [50, "1"],
    [100, "1"],
    [101, "0.99"],
    [3_000, "0.0333"],
    [1_000_000, "0.0001"],
  ])("at a peak of %d a second the share %s is recorded", (peak, ratio) => {
    expect(
      headRatio(
        serviceOf({ ...withPeak(peak), traffic: { averagePerSecond: 0, peakPerSecond: peak } }),
      ),
    ).toBe(ratio);
  });

  test("the decision is carried on, and whoever is called follows it", () => {
    const { text } = renderSdkSettings(serviceOf(withPeak(3_000)));
    expect(text).toContain("\nOTEL_TRACES_SAMPLER=parentbased_traceidratio\n");
    expect(text).toContain("\nOTEL_TRACES_SAMPLER_ARG=0.0333\n");
    expect(text).toContain("\nOTEL_PROPAGATORS=tracecontext,baggage\n");
    for (const line of text.trimEnd().split("\n")) expect(line).toMatch(/^(# |[A-Z_]+=\S+$)/);
  });

  test("without a threshold it is slow when the processor gives up", () => {
    expect(slowMilliseconds(serviceOf({ ...orders, objectives: [orders.objectives[0]!] }))).toBe(
      60_000,
    );
    expect(slowMilliseconds(serviceOf(orders))).toBe(300_000);
  });
});

test("a request is slow when its answer is later than is promised", () => {
  expect(slowMilliseconds(serviceOf(storefront))).toBe(800);
  const { policies } = collectorOf(storefront).processors.tail_sampling;
  expect(JSON.stringify(policies)).toContain('"threshold_ms":800}');
  expect(collectorOf(storefront).processors.tail_sampling.decision_wait).toBe("31s");
});

test("what says whose a metric is becomes labels, and nothing else of its sender", () => {
  const exporters = collectorOf(orders).exporters as {
    prometheus: { resource_constant_labels: { included: string[] } };
  };
  expect(exporters.prometheus.resource_constant_labels.included).toEqual([
    "service.name",
    "deployment.environment.name",
    "plinth.cell",
  ]);
});
