import { formatDuration } from "../../model/duration";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { inside, url } from "../stack/parts";
import { toYaml } from "../yaml";
import { externalLabels } from "./config";

/**
 * Thanos reads rule files as Prometheus does, and no file says how it runs: these are its arguments. A rule that
 * misses part of its data fails (`partial_response_strategy: abort` is the default): half a sum is no ratio.
 *
 * @see https://thanos.io/tip/components/rule.md
 */
export const renderThanosRuler = (environment: Environment): RenderedFile => ({
  path: files.thanosRuler,
  text: toYaml(
    {
      args: [
        "rule",
        `--rule-file=${inside("prometheus/rules/*.yaml")}`,
        `--eval-interval=${formatDuration(SCRAPE_INTERVAL_SECONDS)}`,
        ...Object.entries(externalLabels(environment)).map(
          ([label, value]) => `--label=${label}="${value}"`,
        ),
        `--alertmanagers.url=${url("alertmanager")}`,
        "--query=http://thanos-query:10902",
        "--data-dir=/var/thanos/rule",
      ],
    },
    "The arguments of the container quay.io/thanos/thanos, with this environment's files under /etc/plinth.",
    "Name your own querier under --query, and your bucket under --objstore.config-file.",
  ),
});
