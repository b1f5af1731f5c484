import { formatDuration } from "../../model/duration";
import { cellOfView, nameIn } from "../../model/cells/view";
import { files, IDLE_RULES } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { renderMimirRules } from "../prometheus/mimir";
import type { RuleGroup } from "../slo/rule_file";
import { hourlyFile } from "../slo/tests/promtool";
import { toYaml } from "../yaml";
import { idleRules, JUDGED_EVERY, watchedByAlert } from "./idle";
import { idleCases } from "./idle_tests";

/** A group for each name: a ticket reads its record. */
export const idleGroups = (environment: Environment): RuleGroup[] =>
  watchedByAlert(environment).map(([, resources]) => ({
    name: nameIn(
      cellOfView(environment),
      `idle-${environment.name}-${resources[0]?.labels["service"] ?? ""}`,
    ),
    interval: formatDuration(JUDGED_EVERY),
    rules: resources.flatMap(idleRules),
  }));

/** The text of the rule file alone. */
export const idleRulesText = (environment: Environment): string =>
  toYaml({ groups: idleGroups(environment) }, "Tickets on what nobody uses (docs/cost.md).");

/** Rules and their tests; nothing where nobody is told of what nobody uses. @param environment - as one of its cells has it */
export function renderIdleRules(environment: Environment): RenderedFile[] {
  const groups = idleGroups(environment);
  if (groups.length === 0) return [];
  const name = nameIn(cellOfView(environment), IDLE_RULES);
  return [
    { path: files.rules(name), text: idleRulesText(environment) },
    hourlyFile(name, idleCases(environment)),
    renderMimirRules(environment.name, name, groups),
  ];
}
