import { files, mimirNamespace } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { RuleGroup } from "../slo/rule_file";
import { toYaml } from "../yaml";

/** Mimir takes this many rules a group unless it is told otherwise, and an SLO's group holds more. */
const MIMIR_DEFAULT_RULES = 20;

/**
 * A rule file as mimirtool loads it: the same groups, in a namespace of their own.
 *
 * @param environment - its name
 * @param name - of the rule file: a service's, or that of the alerts on the alerting itself
 */
export function renderMimirRules(
  environment: string,
  name: string,
  groups: readonly RuleGroup[],
): RenderedFile {
  const namespace = mimirNamespace(environment, name);
  return {
    path: files.mimirRules(name),
    text: toYaml(
      { namespace, groups },
      `Load with: mimirtool rules sync --namespaces=${namespace} ${name}.yaml`,
      "Without --namespaces, mimirtool deletes all others of the tenant.",
      ...limitNote(groups),
    ),
  };
}

/** An SLO's rules stay in one group, so that each reads what the one before recorded. */
function limitNote(groups: readonly RuleGroup[]): string[] {
  const most = Math.max(...groups.map(({ rules }) => rules.length));
  if (most <= MIMIR_DEFAULT_RULES) return [];
  return [
    `A group has up to ${most} rules: set ruler_max_rules_per_rule_group to ${most} or more; Mimir's default is ${MIMIR_DEFAULT_RULES}.`,
  ];
}
