import { formatDuration } from "../../model/duration";
import { OUTBOX_RULES } from "../../model/names";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import type { RuleGroup } from "../slo/rule_file";
import { OUTBOX_REASONS, outboxTicket, watchedOutboxes } from "./outbox";
import { outboxCases } from "./outbox_tests";
import { ticketRule } from "./ticket";
import type { TicketFile } from "./ticket_file";

/** A group each outbox. */
const outboxGroups = (environment: Environment): RuleGroup[] =>
  watchedOutboxes(environment).map((watched) => ({
    name: `outbox-${environment.name}-${watched.service.cell}-${watched.service.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: OUTBOX_REASONS.map((reason) => ticketRule(outboxTicket(watched, reason), environment)),
  }));

/** None where no service has an outbox. */
export const outboxFile: TicketFile = {
  name: OUTBOX_RULES,
  says: "Tickets on events that do not leave through their outbox (docs/events.md).",
  groups: outboxGroups,
  cases: outboxCases,
  interval: "1m",
};
