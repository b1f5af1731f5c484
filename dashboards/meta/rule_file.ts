import { formatDuration } from "../../model/duration";
import { files, META_RULES } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import type { RuleGroup } from "../slo/rule_file";
import { toYaml } from "../yaml";
import { metaRule, mixinAlerts, watchdog, type MetaAlert } from "./alerts";

/** The dead-man's switch stands alone: no other rule's error or slowness silences it. */
export function metaGroups(environment: Environment): RuleGroup[] {
  const group = (name: string, alerts: readonly MetaAlert[]): RuleGroup => ({
    name: `${name}-${environment.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: alerts.map((alert) => metaRule(alert, environment)),
  });
  return [group("watchdog", [watchdog]), group("alerting", mixinAlerts)];
}

export const renderMetaRules = (environment: Environment): RenderedFile => ({
  path: files.rules(META_RULES),
  text: toYaml(
    { groups: metaGroups(environment) },
    "What watches the alerting itself: the dead-man's switch, and Prometheus and Alertmanager on themselves.",
  ),
});
