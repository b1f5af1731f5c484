import type { Cloud } from "../../model/declaration";
import type { Environment } from "../../model/settle";
import { formatDuration } from "../../model/duration";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import { SCRAPE_INTERVAL_SECONDS, type SelfSignal, type Signal } from "../../model/signal";
import { toYaml } from "../yaml";

interface Target {
  readonly job: Signal["job"] | SelfSignal["job"];
  readonly target: string;
}

const EXPORTERS: Readonly<Record<Cloud, Target>> = {
  aws: { job: "yace", target: "yace:5000" },
  google: { job: "stackdriver", target: "stackdriver-exporter:9255" },
};

/** What tells of the alerting itself. */
const SELF: readonly Target[] = [
  { job: "prometheus", target: "localhost:9090" },
  { job: "alertmanager", target: "alertmanager:9093" },
];

/** The scrape jobs that give every series its label `job`; rules and boards select by it. */
export function renderScrape(environment: Environment): RenderedFile {
  const days = longestWindowDays(environment);
  return {
    path: files.exporter("prometheus-scrape"),
    text: toYaml(
      {
        scrape_configs: [
          { ...scrapeJob(EXPORTERS[environment.declaration.cloud]), honor_timestamps: false },
          ...SELF.map(scrapeJob),
        ],
      },
      "Name it under `scrape_config_files` in prometheus.yml, and the addresses where these run under `targets`.",
      "Leave out the job of Prometheus or Alertmanager where one of yours has its name: a name may stand once.",
      `Keep at least ${days + 5} days: --storage.tsdb.retention.time=${days + 5}d, as the budget looks ${days} days back.`,
    ),
  };
}

const scrapeJob = ({ job, target }: Target) => ({
  job_name: job,
  scrape_interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
  scrape_timeout: "30s",
  static_configs: [{ targets: [target] }],
});

/** How far back the longest of the budgets looks; 30 days where there is none yet. */
function longestWindowDays({ services }: Environment): number {
  const days = services.flatMap(({ objectives }) => objectives.map((one) => one.windowDays));
  return days.length === 0 ? 30 : Math.max(...days);
}
