import { formatDuration } from "../../model/duration";
import { OVERDUE_RULES } from "../../model/names";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import type { RuleGroup } from "../slo/rule_file";
import { overdueTicket, watchedJobs } from "./overdue";
import { overdueCases } from "./overdue_tests";
import { ticketRule } from "./ticket";
import type { TicketFile } from "./ticket_file";

/** A group each service. */
const overdueGroups = (environment: Environment): RuleGroup[] =>
  watchedJobs(environment).map((watched) => ({
    name: `overdue-${environment.name}-${watched.service.cell}-${watched.service.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: [ticketRule(overdueTicket(watched), environment)],
  }));

/** None where no job is due. */
export const overdueFile: TicketFile = {
  name: OVERDUE_RULES,
  says: "Tickets on jobs of which none has succeeded in time (docs/batch.md).",
  groups: overdueGroups,
  cases: overdueCases,
  interval: "1m",
};
