import { files, mimirNamespace } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { RuleGroup } from "../slo/rule_file";
import { toYaml } from "../yaml";
import { limitNote } from "./short_groups";

/**
 * A rule file as mimirtool loads it: groups in a namespace of their own.
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
      ...limitNote(groups, "ruler_max_rules_per_rule_group"),
    ),
  };
}
