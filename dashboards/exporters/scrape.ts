import type { Cloud } from "../../model/declaration";
import type { Environment } from "../../model/settle";
import { formatDuration } from "../../model/duration";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import { SCRAPE_INTERVAL_SECONDS, type SelfSignal, type Signal } from "../../model/signal";
import { logSignals } from "../../model/signals";
import { longestWindowDays, retentionDays } from "../prometheus/retention";
import { address, collectorPorts, exporters, parts } from "../stack/parts";
import { toYaml } from "../yaml";
import { totalOf } from "./emitted";

interface Job {
  readonly job: Signal["job"] | SelfSignal["job"];
  readonly targets: readonly string[];
}

const JOBS: Readonly<Record<Cloud, Signal["job"]>> = { aws: "yace", google: "stackdriver" };

const exporterOf = (cloud: Cloud): Job => ({
  job: JOBS[cloud],
  targets: [address(exporters[cloud])],
});

/** What tells of the alerting itself, and what applications measure. */
const OTHERS: readonly Job[] = [
  { job: "prometheus", targets: [`localhost:${parts.prometheus.port}`] },
  { job: "alertmanager", targets: [address("alertmanager")] },
  {
    job: "otel-collector",
    targets: [collectorPorts.metrics, collectorPorts.self].map((port) =>
      address("otel-collector", port),
    ),
  },
];

/** The scrape jobs that give every series its label `job`; rules and boards select by it. */
export function renderScrape(environment: Environment): RenderedFile {
  const days = retentionDays(environment);
  return {
    path: files.exporter("prometheus-scrape"),
    text: toYaml(
      {
        scrape_configs: [exporterJob(environment), ...OTHERS.map(scrapeJob)],
      },
      "Name it under `scrape_config_files` in prometheus.yml, and the addresses where these run under `targets`.",
      "Leave out the job of Prometheus or Alertmanager where one of yours has its name: a name may stand once.",
      `Keep at least ${days} days: --storage.tsdb.retention.time=${days}d, as the budget looks ${longestWindowDays(environment)} days back.`,
    ),
  };
}

function exporterJob(environment: Environment) {
  const { cloud } = environment.declaration;
  const names = oneName(environment);
  return {
    ...scrapeJob(exporterOf(cloud)),
    honor_timestamps: false,
    ...(cloud === "aws" && names.length > 0 && { metric_relabel_configs: names }),
  };
}

/** What is taken out of logs has a name for each that logs: rules and boards want one, and a label that tells them apart. */
const oneName = (environment: Environment) =>
  Object.values(logSignals)
    .filter(({ resource }) => totalOf(resource, environment) > 0)
    .map(({ exported, series }) => ({
      source_labels: ["__name__"],
      regex: exported,
      target_label: "__name__",
      replacement: series,
    }));

const scrapeJob = ({ job, targets }: Job) => ({
  job_name: job,
  scrape_interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
  scrape_timeout: "30s",
  static_configs: [{ targets }],
});
