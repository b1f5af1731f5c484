import { formatDuration } from "../../model/duration";
import { cellOfView, nameIn } from "../../model/cells/view";
import { files, OVERDUE_RULES } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { renderMimirRules } from "../prometheus/mimir";
import type { RuleGroup } from "../slo/rule_file";
import { promtoolFile } from "../slo/tests/promtool";
import { toYaml } from "../yaml";
import { overdueTicket, watchedJobs } from "./overdue";
import { overdueCases } from "./overdue_tests";
import { ticketRule } from "./ticket";

/** A group each service. */
export const overdueGroups = (environment: Environment): RuleGroup[] =>
  watchedJobs(environment).map((watched) => ({
    name: `overdue-${environment.name}-${watched.service.cell}-${watched.service.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: [ticketRule(overdueTicket(watched), environment)],
  }));

/** The text of the rule file alone. */
export const overdueRulesText = (environment: Environment): string =>
  toYaml(
    { groups: overdueGroups(environment) },
    "Tickets on jobs of which none has succeeded in time (docs/batch.md).",
  );

/** Rules and their tests; nothing where no job is due. @param environment - as one of its cells has it */
export function renderOverdueRules(environment: Environment): RenderedFile[] {
  const groups = overdueGroups(environment);
  if (groups.length === 0) return [];
  const name = nameIn(cellOfView(environment), OVERDUE_RULES);
  return [
    { path: files.rules(name), text: overdueRulesText(environment) },
    promtoolFile(name, overdueCases(environment)),
    renderMimirRules(environment.name, name, groups),
  ];
}
