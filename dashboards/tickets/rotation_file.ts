import { formatDuration } from "../../model/duration";
import { ROTATION_RULES } from "../../model/names";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import type { RuleGroup } from "../slo/rule_file";
import { rotationTicket, watchedRotations } from "./rotation";
import { rotationCases } from "./rotation_tests";
import { ticketRule } from "./ticket";
import type { TicketFile } from "./ticket_file";

/** A group each secret. */
const rotationGroups = (environment: Environment): RuleGroup[] =>
  watchedRotations(environment).map((watched) => ({
    name: `rotation-${environment.name}-${watched.service.cell}-${watched.service.name}-${watched.secret}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: [ticketRule(rotationTicket(watched), environment)],
  }));

/** None where no secret is rotated. */
export const rotationFile: TicketFile = {
  name: ROTATION_RULES,
  says: "Tickets on secrets whose rotation fails (docs/secrets.md).",
  groups: rotationGroups,
  cases: rotationCases,
  interval: "1m",
};
