import type { Cloud } from "../../model/declaration";
import type { Environment } from "../../model/settle";
import { formatDuration } from "../../model/duration";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import { SCRAPE_INTERVAL_SECONDS, type Signal } from "../../model/signal";
import { toYaml } from "../yaml";

const TARGETS: Readonly<Record<Cloud, { readonly job: Signal["job"]; readonly target: string }>> = {
  aws: { job: "yace", target: "yace:5000" },
  google: { job: "stackdriver", target: "stackdriver-exporter:9255" },
};

/** The scrape job that gives every series its label `job`; rules and boards select by it. */
export function renderScrape(environment: Environment): RenderedFile {
  const { job, target } = TARGETS[environment.declaration.cloud];
  const days = longestWindowDays(environment);
  const interval = formatDuration(SCRAPE_INTERVAL_SECONDS);
  return {
    path: files.exporter("prometheus-scrape"),
    text: toYaml(
      {
        scrape_configs: [
          {
            job_name: job,
            scrape_interval: interval,
            scrape_timeout: "30s",
            honor_timestamps: false,
            static_configs: [{ targets: [target] }],
          },
        ],
      },
      "Name it under `scrape_config_files` in prometheus.yml, and the address where the exporter runs under `targets`.",
      `Keep at least ${days + 5} days: --storage.tsdb.retention.time=${days + 5}d, as the budget looks ${days} days back.`,
    ),
  };
}

/** How far back the longest of the budgets looks; 30 days where there is none yet. */
function longestWindowDays({ services }: Environment): number {
  const days = services.flatMap(({ objectives }) => objectives.map((one) => one.windowDays));
  return days.length === 0 ? 30 : Math.max(...days);
}
