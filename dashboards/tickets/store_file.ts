import { formatDuration } from "../../model/duration";
import { STORE_RULES } from "../../model/names";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import type { RuleGroup } from "../slo/rule_file";
import { reasonsOf } from "./reasons";
import { ticketOf, watchedStores } from "./store_health";
import { storeCases } from "./store_tests";
import { ticketRule } from "./ticket";
import type { TicketFile } from "./ticket_file";

/** A group each store. */
const storeGroups = (environment: Environment): RuleGroup[] =>
  watchedStores(environment).map((watched) => ({
    name: `store-${environment.name}-${watched.service.cell}-${watched.service.name}-${watched.store.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: reasonsOf(watched.store).map((reason) =>
      ticketRule(ticketOf(watched, reason, environment), environment),
    ),
  }));

/** None where an environment has no such store. */
export const storeFile: TicketFile = {
  name: STORE_RULES,
  says: "Tickets on databases, caches and file systems that come to what they may use, or work worse than they should.",
  groups: storeGroups,
  cases: storeCases,
  interval: "1m",
};
