import { nameIn } from "../../model/cells/view";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service } from "../../model/service";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { formatDuration } from "../../model/duration";
import { toYaml } from "../yaml";
import { alertRules, type AlertRule } from "./alerts";
import { recordingRules } from "./recording";
import type { RecordingRule } from "./recording_rule";
import { overPeriod } from "./period";
import { unitOf } from "./sli";
import type { Slo } from "./slo";

/** A group is evaluated in order, so one group holds all of an SLO: no record is read an interval late. */
export interface RuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly (RecordingRule | AlertRule)[];
}

export const ruleGroup = (slo: Slo): RuleGroup => ({
  name: `slo-${slo.labels["environment"]}-${slo.labels["cell"]}-${slo.id}`,
  interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
  rules: [...recordingRules(slo), ...alertRules(slo)],
});

/** The rules of all of a service's SLOs. */
export const renderRules = (service: Service, slos: readonly Slo[]): RenderedFile => ({
  path: files.rules(nameIn(service.cell, service.name)),
  text: toYaml({ groups: slos.map(ruleGroup) }, ...slos.flatMap(explain)),
});

/** What an SLO counts, above the rules, where a reader looks for it. */
export function explain(slo: Slo): string[] {
  const { objective } = slo;
  return [
    "",
    `${slo.id}: ${objective.targetPercent.toFixed()}% of ${unitOf(slo.sli)} ${overPeriod(objective)}`,
    ...slo.sli.recordings.map(({ record, comment }) => `  ${record}: ${comment}`),
  ];
}
