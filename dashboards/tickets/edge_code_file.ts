import { formatDuration } from "../../model/duration";
import { EDGE_CODE_RULES } from "../../model/names";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import type { RuleGroup } from "../slo/rule_file";
import { codeTicket, watchedCode } from "./edge_code";
import { codeCases } from "./edge_code_tests";
import { ticketRule } from "./ticket";
import type { TicketFile } from "./ticket_file";

/** A group each function. */
const edgeCodeGroups = (environment: Environment): RuleGroup[] =>
  watchedCode(environment).map((watched) => ({
    name: `edge-code-${environment.name}-${watched.service.name}-${watched.code}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: watched.reasons.map((reason) =>
      ticketRule(codeTicket(watched, reason, environment), environment),
    ),
  }));

/** None where no code is at the edge. */
export const edgeCodeFile: TicketFile = {
  name: EDGE_CODE_RULES,
  says: "Tickets on code at the edge that fails, or comes to what it may take (docs/content.md).",
  groups: edgeCodeGroups,
  cases: codeCases,
  interval: "1m",
};
