import { formatDuration } from "../../model/duration";
import { cellOfView, nameIn } from "../../model/cells/view";
import { files, OUTBOX_RULES } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { renderMimirRules } from "../prometheus/mimir";
import type { RuleGroup } from "../slo/rule_file";
import { promtoolFile } from "../slo/tests/promtool";
import { toYaml } from "../yaml";
import { OUTBOX_REASONS, outboxTicket, watchedOutboxes } from "./outbox";
import { outboxCases } from "./outbox_tests";
import { ticketRule } from "./ticket";

/** A group each outbox. */
export const outboxGroups = (environment: Environment): RuleGroup[] =>
  watchedOutboxes(environment).map((watched) => ({
    name: `outbox-${environment.name}-${watched.service.cell}-${watched.service.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: OUTBOX_REASONS.map((reason) => ticketRule(outboxTicket(watched, reason), environment)),
  }));

/** The text of the rule file alone. */
export const outboxRulesText = (environment: Environment): string =>
  toYaml(
    { groups: outboxGroups(environment) },
    "Tickets on events that do not leave through their outbox (docs/events.md).",
  );

/** Rules and their tests; nothing where no service has an outbox. @param environment - as one of its cells has it */
export function renderOutboxRules(environment: Environment): RenderedFile[] {
  const groups = outboxGroups(environment);
  if (groups.length === 0) return [];
  const name = nameIn(cellOfView(environment), OUTBOX_RULES);
  return [
    { path: files.rules(name), text: outboxRulesText(environment) },
    promtoolFile(name, outboxCases(environment)),
    renderMimirRules(environment.name, name, groups),
  ];
}
