import type { ManagedRules } from "../../model/engine";
import type { AwsEnvironment } from "../../model/environment";
import { cellOfView, inOneCell, nameIn, servicesEverywhere } from "../../model/cells/view";
import {
  DELIVERY_RULES,
  EDGE_CODE_RULES,
  IDLE_RULES,
  META_RULES,
  OUTBOX_RULES,
  OVERDUE_RULES,
  REGION_RULES,
  ROTATION_RULES,
  STORE_RULES,
} from "../../model/names";
import type { Environment } from "../../model/settle";
import { renderMetaRules } from "../meta/rule_file";
import { alertmanagerConfig, unwatchedNote, type Channel } from "../slo/alertmanager";
import { limitNote, shortGroups } from "../prometheus/short_groups";
import { explain } from "../slo/rule_file";
import { slosOf, type Slo } from "../slo/slo";
import { deliveryGroups, deliveryRulesText } from "../tickets/delivery_file";
import { edgeCodeGroups, edgeCodeRulesText } from "../tickets/edge_code_file";
import { idleGroups, idleRulesText } from "../tickets/idle_file";
import { outboxGroups, outboxRulesText } from "../tickets/outbox_file";
import { overdueGroups, overdueRulesText } from "../tickets/overdue_file";
import { regionGroups, regionRulesText } from "../tickets/region_file";
import { rotationGroups, rotationRulesText } from "../tickets/rotation_file";
import { storeRulesText, storeGroups } from "../tickets/rule_file";
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
      ...environment.cells.flatMap((cell) => ticketRules(inOneCell(environment, cell))),
    ],
    alertmanager: definition(environment, declaration, declaration.managedAlerting),
  };
}

/** Nothing where an environment has no resource of a kind that has tickets. */
const ticketRules = (environment: Environment): ManagedRules["namespaces"] => [
  ...(storeGroups(environment).length === 0
    ? []
    : [{ name: nameIn(cellOfView(environment), STORE_RULES), text: storeRulesText(environment) }]),
  ...(overdueGroups(environment).length === 0
    ? []
    : [
        {
          name: nameIn(cellOfView(environment), OVERDUE_RULES),
          text: overdueRulesText(environment),
        },
      ]),
  ...(regionGroups(environment).length === 0
    ? []
    : [
        { name: nameIn(cellOfView(environment), REGION_RULES), text: regionRulesText(environment) },
      ]),
  ...(rotationGroups(environment).length === 0
    ? []
    : [
        {
          name: nameIn(cellOfView(environment), ROTATION_RULES),
          text: rotationRulesText(environment),
        },
      ]),
  ...(deliveryGroups(environment).length === 0
    ? []
    : [
        {
          name: nameIn(cellOfView(environment), DELIVERY_RULES),
          text: deliveryRulesText(environment),
        },
      ]),
  ...(outboxGroups(environment).length === 0
    ? []
    : [
        { name: nameIn(cellOfView(environment), OUTBOX_RULES), text: outboxRulesText(environment) },
      ]),
  ...(edgeCodeGroups(environment).length === 0
    ? []
    : [
        {
          name: nameIn(cellOfView(environment), EDGE_CODE_RULES),
          text: edgeCodeRulesText(environment),
        },
      ]),
  ...(idleGroups(environment).length === 0
    ? []
    : [{ name: nameIn(cellOfView(environment), IDLE_RULES), text: idleRulesText(environment) }]),
];

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
