import { formatDuration } from "../../model/duration";
import { cellOfView, nameIn } from "../../model/cells/view";
import { files, STORE_RULES } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { renderMimirRules } from "../prometheus/mimir";
import type { RuleGroup } from "../slo/rule_file";
import { promtoolFile } from "../slo/tests/promtool";
import { toYaml } from "../yaml";
import { reasonsOf } from "./reasons";
import { ticketOf, watchedStores } from "./store_health";
import { storeCases } from "./store_tests";
import { ticketRule } from "./ticket";

/** A group each store. */
export const storeGroups = (environment: Environment): RuleGroup[] =>
  watchedStores(environment).map((watched) => ({
    name: `store-${environment.name}-${watched.service.cell}-${watched.service.name}-${watched.store.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: reasonsOf(watched.store).map((reason) =>
      ticketRule(ticketOf(watched, reason, environment), environment),
    ),
  }));

/** The text of the rule file alone. */
export const storeRulesText = (environment: Environment): string =>
  toYaml(
    { groups: storeGroups(environment) },
    "Tickets on databases, caches and file systems that come to what they may use, or work worse than they should.",
  );

/** Rules and their tests; nothing where an environment has no such store. @param environment - as one of its cells has it */
export function renderStoreRules(environment: Environment): RenderedFile[] {
  const groups = storeGroups(environment);
  if (groups.length === 0) return [];
  const name = nameIn(cellOfView(environment), STORE_RULES);
  return [
    { path: files.rules(name), text: storeRulesText(environment) },
    promtoolFile(name, storeCases(environment)),
    renderMimirRules(environment.name, name, groups),
  ];
}
