import { formatDuration } from "../../model/duration";
import { cellOfView, nameIn } from "../../model/cells/view";
import { files, DELIVERY_RULES } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { renderMimirRules } from "../prometheus/mimir";
import type { RuleGroup } from "../slo/rule_file";
import { promtoolFile } from "../slo/tests/promtool";
import { toYaml } from "../yaml";
import { deliveryTicket, watchedDeliveries } from "./delivery";
import { deliveryCases } from "./delivery_tests";
import { ticketRule } from "./ticket";

/** A group each reason of each service. */
export const deliveryGroups = (environment: Environment): RuleGroup[] =>
  watchedDeliveries(environment).map((watched) => ({
    name: `delivery-${environment.name}-${watched.service.cell}-${watched.service.name}-${watched.reason.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: [ticketRule(deliveryTicket(watched), environment)],
  }));

/** The text of the rule file alone. */
export const deliveryRulesText = (environment: Environment): string =>
  toYaml(
    { groups: deliveryGroups(environment) },
    "Tickets on events that did not come into the queue of who subscribes to them or is woken by them (docs/events.md).",
  );

/** Rules and their tests; nothing where no service subscribes or is woken. @param environment - as one of its cells has it */
export function renderDeliveryRules(environment: Environment): RenderedFile[] {
  const groups = deliveryGroups(environment);
  if (groups.length === 0) return [];
  const name = nameIn(cellOfView(environment), DELIVERY_RULES);
  return [
    { path: files.rules(name), text: deliveryRulesText(environment) },
    promtoolFile(name, deliveryCases(environment)),
    renderMimirRules(environment.name, name, groups),
  ];
}
