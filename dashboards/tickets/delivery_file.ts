import { formatDuration } from "../../model/duration";
import { DELIVERY_RULES } from "../../model/names";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import type { RuleGroup } from "../slo/rule_file";
import { deliveryTicket, watchedDeliveries } from "./delivery";
import { deliveryCases } from "./delivery_tests";
import { ticketRule } from "./ticket";
import type { TicketFile } from "./ticket_file";

/** A group each reason of each service. */
const deliveryGroups = (environment: Environment): RuleGroup[] =>
  watchedDeliveries(environment).map((watched) => ({
    name: `delivery-${environment.name}-${watched.service.cell}-${watched.service.name}-${watched.reason.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: [ticketRule(deliveryTicket(watched), environment)],
  }));

/** None where no service subscribes or is woken. */
export const deliveryFile: TicketFile = {
  name: DELIVERY_RULES,
  says: "Tickets on events that did not come into the queue of who subscribes to them or is woken by them (docs/events.md).",
  groups: deliveryGroups,
  cases: deliveryCases,
  interval: "1m",
};
