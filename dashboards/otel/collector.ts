import { OWNER_ATTRIBUTES } from "../../model/application_signals";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { collectorPorts, parts, TEMPO_OTLP_PORT, url } from "../stack/parts";
import { toYaml } from "../yaml";
import { decisionSeconds, slowMilliseconds, SUCCESSES_PERCENT, tracesPerSecond } from "./sampling";

/** Takes what applications send by OTLP and keeps what tells something: all that failed or was slow, little else. */
export const renderCollector = (environment: Environment): RenderedFile => ({
  path: files.collector,
  text: toYaml(
    {
      receivers: {
        otlp: {
          protocols: { grpc: on(collectorPorts.grpc), http: on(parts["otel-collector"].port) },
        },
      },
      processors: processors(environment),
      exporters: EXPORTERS,
      extensions: { health_check: on(collectorPorts.health) },
      service: SERVICE,
    },
    `Run with: ${parts["otel-collector"].image}`,
    "All spans of a trace must reach the same collector: behind a load balancer, put one that routes by trace id.",
    "What applications must set is in the .env files beside this one.",
  ),
});

const on = (port: number) => ({ endpoint: `0.0.0.0:${port}` });

const processors = (environment: Environment) => ({
  memory_limiter: { check_interval: "1s", limit_mib: 1024, spike_limit_mib: 256 },
  tail_sampling: tailSampling(environment),
  "filter/errors": onlyLogs("severity_number < SEVERITY_NUMBER_ERROR"),
  "filter/successes": onlyLogs("severity_number >= SEVERITY_NUMBER_ERROR"),
  // By trace, so that what is kept of one request is all of it. A line of no trace is of no request, and rare: it stays.
  probabilistic_sampler: { sampling_percentage: SUCCESSES_PERCENT, fail_closed: false },
  batch: {},
});

/** @param dropped - the condition, in OTTL, on what goes */
const onlyLogs = (dropped: string) => ({
  error_mode: "ignore",
  logs: { log_record: [dropped] },
});

/** A trace that any policy keeps is kept. */
function tailSampling(environment: Environment) {
  const wait = decisionSeconds(environment);
  const rate = tracesPerSecond(environment);
  const held = rate * wait;
  return {
    decision_wait: `${wait}s`,
    num_traces: held,
    expected_new_traces_per_sec: rate,
    // What was decided is remembered ten times as long, for spans that come late.
    decision_cache: { sampled_cache_size: held * 10, non_sampled_cache_size: held * 10 },
    policies: [
      { name: "errors", type: "status_code", status_code: { status_codes: ["ERROR"] } },
      ...environment.services.map(slow),
      {
        name: "others",
        type: "probabilistic",
        probabilistic: { sampling_percentage: SUCCESSES_PERCENT },
      },
    ],
  };
}

const slow = (service: Service) => ({
  name: `slow-${service.name}`,
  type: "and",
  and: {
    and_sub_policy: [
      {
        name: "service",
        type: "string_attribute",
        string_attribute: { key: "service.name", values: [service.name] },
      },
      { name: "slow", type: "latency", latency: { threshold_ms: slowMilliseconds(service) } },
    ],
  },
});

const EXPORTERS = {
  "otlp_http/traces": { endpoint: url("tempo", TEMPO_OTLP_PORT) },
  "otlp_http/logs": { endpoint: `${url("loki")}/otlp` },
  prometheus: {
    ...on(collectorPorts.metrics),
    enable_open_metrics: true,
    // Other attributes of a process stay in target_info: as labels they would make a series of each.
    resource_constant_labels: { included: Object.values(OWNER_ATTRIBUTES) },
  },
};

const pipeline = (exporter: keyof typeof EXPORTERS, ...own: readonly string[]) => ({
  receivers: ["otlp"],
  processors: ["memory_limiter", ...own, "batch"],
  exporters: [exporter],
});

const SERVICE = {
  extensions: ["health_check"],
  telemetry: {
    metrics: {
      readers: [
        { pull: { exporter: { prometheus: { host: "0.0.0.0", port: collectorPorts.self } } } },
      ],
    },
  },
  pipelines: {
    traces: pipeline("otlp_http/traces", "tail_sampling"),
    "logs/errors": pipeline("otlp_http/logs", "filter/errors"),
    "logs/successes": pipeline("otlp_http/logs", "filter/successes", "probabilistic_sampler"),
    metrics: pipeline("prometheus"),
  },
};
