import { OWNER_ATTRIBUTES } from "../../model/application_signals";
import { nameIn } from "../../model/cells/view";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service } from "../../model/service";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { url } from "../stack/parts";
import { headRatio } from "./sampling";

/**
 * What a service's OpenTelemetry SDK reads from its environment, so that whoever begins a trace decides whether it is
 * recorded, and everybody after it follows.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export function renderSdkSettings(service: Service): RenderedFile {
  const settings = {
    OTEL_SERVICE_NAME: service.name,
    OTEL_RESOURCE_ATTRIBUTES: `${OWNER_ATTRIBUTES.environment}=${service.environment},${OWNER_ATTRIBUTES.cell}=${service.cell}`,
    OTEL_TRACES_SAMPLER: "parentbased_traceidratio",
    OTEL_TRACES_SAMPLER_ARG: headRatio(service),
    OTEL_PROPAGATORS: "tracecontext,baggage",
    // What rules count are counters that grow while the process lives; each scrape finds them fresh.
    OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: "cumulative",
    OTEL_METRIC_EXPORT_INTERVAL: SCRAPE_INTERVAL_SECONDS * 500,
    OTEL_METRICS_EXEMPLAR_FILTER: "trace_based",
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
    OTEL_EXPORTER_OTLP_ENDPOINT: url("otel-collector"),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return {
    path: files.sdk(nameIn(service.cell, service.name)),
    text: `${[...HEAD, ...lines].join("\n")}\n`,
  };
}

const HEAD = [
  "# Generated from the declaration; change it there.",
  "# Variables of the process that runs the service, where it has an OpenTelemetry SDK; the endpoint is the collector's.",
];
