import { formatDuration } from "../../model/duration";
import { cellOfView, nameIn } from "../../model/cells/view";
import { files, ROTATION_RULES } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { renderMimirRules } from "../prometheus/mimir";
import type { RuleGroup } from "../slo/rule_file";
import { promtoolFile } from "../slo/tests/promtool";
import { toYaml } from "../yaml";
import { rotationTicket, watchedRotations } from "./rotation";
import { rotationCases } from "./rotation_tests";
import { ticketRule } from "./ticket";

/** A group each secret. */
export const rotationGroups = (environment: Environment): RuleGroup[] =>
  watchedRotations(environment).map((watched) => ({
    name: `rotation-${environment.name}-${watched.service.cell}-${watched.service.name}-${watched.secret}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: [ticketRule(rotationTicket(watched), environment)],
  }));

/** The text of the rule file alone. */
export const rotationRulesText = (environment: Environment): string =>
  toYaml(
    { groups: rotationGroups(environment) },
    "Tickets on secrets whose rotation fails (docs/secrets.md).",
  );

/** Rules and their tests; nothing where no secret is rotated. @param environment - as one of its cells has it */
export function renderRotationRules(environment: Environment): RenderedFile[] {
  const groups = rotationGroups(environment);
  if (groups.length === 0) return [];
  const name = nameIn(cellOfView(environment), ROTATION_RULES);
  return [
    { path: files.rules(name), text: rotationRulesText(environment) },
    promtoolFile(name, rotationCases(environment)),
    renderMimirRules(environment.name, name, groups),
  ];
}
