import type { ManagedRules } from "../../model/engine";
import type { AwsEnvironment } from "../../model/environment";
import { inOneCell, nameIn, servicesEverywhere } from "../../model/cells/view";
import { META_RULES } from "../../model/names";
import type { Environment } from "../../model/settle";
import { renderMetaRules } from "../meta/rule_file";
import { alertmanagerConfig, unwatchedNote, type Channel } from "../slo/alertmanager";
import { limitNote, shortGroups } from "../prometheus/short_groups";
import { explain } from "../slo/rule_file";
import { slosOf, type Slo } from "../slo/slo";
import { TICKET_FILES } from "../tickets/all";
import { ticketRules } from "../tickets/ticket_file";
import { toYaml } from "../yaml";

/** Undefined where an environment does not ask for it. */
export function managedRules(environment: Environment): ManagedRules | undefined {
  const { declaration } = environment;
  if (declaration.cloud !== "aws" || declaration.managedAlerting === undefined) return undefined;
  return {
    namespaces: [
      ...servicesEverywhere(environment)
        .filter(({ objectives }) => objectives.length > 0)
        .map((service) => ({
          name: nameIn(service.cell, service.name),
          text: rulesText(slosOf(service, environment)),
        })),
      { name: META_RULES, text: renderMetaRules(environment).text },
      ...environment.cells
        .map((cell) => inOneCell(environment, cell))
        .flatMap((view) => TICKET_FILES.flatMap((file) => ticketRules(file, view) ?? [])),
    ],
    alertmanager: definition(environment, declaration, declaration.managedAlerting),
  };
}

function rulesText(slos: readonly Slo[]): string {
  const groups = slos.flatMap(shortGroups);
  return toYaml(
    { groups },
    ...limitNote(groups, 'the quota "Rules per rule group"'),
    ...slos.flatMap(explain),
  );
}

/**
 * Alertmanager's configuration as one text in another document.
 *
 * @see https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alertmanager-config.html
 */
function definition(
  environment: Environment,
  { region }: AwsEnvironment,
  addresses: Channel["addresses"],
): string {
  const deliver: Channel["deliver"] = (topic_arn, _name, send_resolved) => ({
    sns_configs: [{ topic_arn, send_resolved, sigv4: { region } }],
  });
  const config = toYaml(
    alertmanagerConfig(environment, { addresses, deliver }),
    ...unwatchedNote(addresses),
  );
  return toYaml({ alertmanager_config: config });
}
