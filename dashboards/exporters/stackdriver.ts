import type { GoogleEnvironment } from "../../model/environment";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { googleSignals } from "../../model/signals";
import { toYaml } from "../yaml";
import { costText, stackdriverCost } from "./cost";

/**
 * stackdriver_exporter reads no file: these are its container's arguments.
 *
 * @see https://github.com/prometheus-community/stackdriver_exporter#flags
 */
export const renderStackdriver = (
  environment: Environment,
  declaration: GoogleEnvironment,
): RenderedFile => ({
  path: files.exporter("stackdriver"),
  text: toYaml(
    { args: stackdriverArgs(declaration) },
    "The arguments of the container prometheuscommunity/stackdriver-exporter.",
    "Deltas are kept as counters; the rules expect that.",
    "A prefix lets in longer names too (`..._by_region`): nothing here reads those.",
    `It asks Cloud Monitoring for ${costText(stackdriverCost(environment), "time series")}, after the first million, which is free.`,
  ),
});

export function stackdriverArgs({ name, project }: GoogleEnvironment): string[] {
  const types = new Set(Object.values(googleSignals).map(({ metricType }) => metricType));
  return [
    `--google.project-ids=${project}`,
    "--monitoring.metrics-ingest-delay",
    "--monitoring.aggregate-deltas",
    "--monitoring.aggregate-deltas-ttl=24h",
    `--monitoring.filters=pubsub.googleapis.com/subscription:${ofEnvironment("subscription_id", name)}`,
    `--monitoring.filters=run.googleapis.com:${ofEnvironment("service_name", name)}`,
    `--monitoring.filters=firestore.googleapis.com:${ofEnvironment("database_id", name)}`,
    ...[...types].sort().map((type) => `--monitoring.metrics-prefixes=${type}`),
  ];
}

const ofEnvironment = (label: string, environment: string): string =>
  `resource.labels.${label}=monitoring.regex.full_match("${environment}-c[0-9]+-.*")`;
