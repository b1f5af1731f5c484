import { cellOfView, nameIn } from "../../model/cells/view";
import { formatDuration } from "../../model/duration";
import { EDGE_CODE_RULES, files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { renderMimirRules } from "../prometheus/mimir";
import type { RuleGroup } from "../slo/rule_file";
import { promtoolFile } from "../slo/tests/promtool";
import { toYaml } from "../yaml";
import { codeTicket, watchedCode } from "./edge_code";
import { codeCases } from "./edge_code_tests";
import { ticketRule } from "./ticket";

/** A group each function. */
export const edgeCodeGroups = (environment: Environment): RuleGroup[] =>
  watchedCode(environment).map((watched) => ({
    name: `edge-code-${environment.name}-${watched.service.name}-${watched.code}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: watched.reasons.map((reason) =>
      ticketRule(codeTicket(watched, reason, environment), environment),
    ),
  }));

/** The text of the rule file alone. */
export const edgeCodeRulesText = (environment: Environment): string =>
  toYaml(
    { groups: edgeCodeGroups(environment) },
    "Tickets on code at the edge that fails, or comes to what it may take (docs/content.md).",
  );

/** Rules and their tests; nothing where no code is at the edge. @param environment - as one of its cells has it */
export function renderEdgeCodeRules(environment: Environment): RenderedFile[] {
  const groups = edgeCodeGroups(environment);
  if (groups.length === 0) return [];
  const name = nameIn(cellOfView(environment), EDGE_CODE_RULES);
  return [
    { path: files.rules(name), text: edgeCodeRulesText(environment) },
    promtoolFile(name, codeCases(environment)),
    renderMimirRules(environment.name, name, groups),
  ];
}
