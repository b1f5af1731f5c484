import { formatDuration } from "../../model/duration";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { address } from "../stack/parts";
import { toYaml } from "../yaml";
import { longestWindowDays, retentionDays } from "./retention";

/** Tells the samples and alerts of this Prometheus from another's, where Thanos or Mimir holds both. */
export const externalLabels = ({ name }: Environment) => ({ prometheus: `plinth-${name}` });

/** A whole Prometheus: what it scrapes, which rules it runs, whom it tells. Paths are from this file. */
export function renderPrometheus(environment: Environment): RenderedFile {
  const interval = formatDuration(SCRAPE_INTERVAL_SECONDS);
  const days = retentionDays(environment);
  return {
    path: files.prometheus,
    text: toYaml(
      {
        global: {
          scrape_interval: interval,
          evaluation_interval: interval,
          external_labels: externalLabels(environment),
        },
        rule_files: ["rules/*.yaml"],
        scrape_config_files: [`../${files.exporter("prometheus-scrape")}`],
        alerting: {
          alertmanagers: [{ static_configs: [{ targets: [address("alertmanager")] }] }],
        },
      },
      "Run Prometheus 3 with it: in version 2, a range of a rule holds one minute more.",
      `Keep at least ${days} days: --storage.tsdb.retention.time=${days}d, as the budget looks ${longestWindowDays(environment)} days back.`,
    ),
  };
}
