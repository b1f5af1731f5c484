import { metaGroups } from "../../../dashboards/meta/rule_file";
import { metaCases } from "../../../dashboards/meta/test_file";
import { ruleGroup, type RuleGroup } from "../../../dashboards/slo/rule_file";
import { slosOf, type Slo } from "../../../dashboards/slo/slo";
import { hourlyCases } from "../../../dashboards/slo/tests/hourly";
import type { TestCase } from "../../../dashboards/slo/tests/test_case";
import { testCases } from "../../../dashboards/slo/tests/test_file";
import { idleGroups } from "../../../dashboards/tickets/idle_file";
import { idleCases } from "../../../dashboards/tickets/idle_tests";
import { deliveryGroups } from "../../../dashboards/tickets/delivery_file";
import { deliveryCases } from "../../../dashboards/tickets/delivery_tests";
import { outboxGroups } from "../../../dashboards/tickets/outbox_file";
import { outboxCases } from "../../../dashboards/tickets/outbox_tests";
import { overdueGroups } from "../../../dashboards/tickets/overdue_file";
import { overdueCases } from "../../../dashboards/tickets/overdue_tests";
import { rotationGroups } from "../../../dashboards/tickets/rotation_file";
import { rotationCases } from "../../../dashboards/tickets/rotation_tests";
import { storeGroups } from "../../../dashboards/tickets/rule_file";
import { storeCases } from "../../../dashboards/tickets/store_tests";
import { edgeCodeGroups } from "../../../dashboards/tickets/edge_code_file";
import { codeCases } from "../../../dashboards/tickets/edge_code_tests";
import {
  DELIVERY_RULES,
  EDGE_CODE_RULES,
  IDLE_RULES,
  META_RULES,
  OUTBOX_RULES,
  OVERDUE_RULES,
  ROTATION_RULES,
  STORE_RULES,
} from "../../../model/names";
import type { Environment } from "../../../model/settle";

/** A generated test, and how often the rules are evaluated in it. */
export interface Claim {
  readonly test: TestCase;
  readonly interval: "1m" | "1h";
}

/** A group of rules with all that is claimed of it; no other group is needed. */
export interface Proof {
  readonly environment: string;
  /** `orders-success`, or the group of alerts on the alerting. */
  readonly name: string;
  /** Whose it is. */
  readonly service: string;
  readonly group: RuleGroup;
  /** What it is about; none where it is the alerting. */
  readonly slo?: Slo;
  readonly claims: readonly Claim[];
}

/** Everything generated for an environment. */
export const proofsOf = (environment: Environment): Proof[] => [
  ...environment.services.flatMap((service) =>
    slosOf(service, environment).map((slo) => proofOfSlo(environment, slo)),
  ),
  ...metaGroups(environment).map((group) =>
    proofOfAlerts(environment, META_RULES, group, claims(metaCases(environment), "1m")),
  ),
  ...idleGroups(environment).map((group) =>
    proofOfAlerts(environment, IDLE_RULES, group, claims(idleCases(environment), "1h")),
  ),
  ...deliveryGroups(environment).map((group) =>
    proofOfAlerts(environment, DELIVERY_RULES, group, claims(deliveryCases(environment), "1m")),
  ),
  ...overdueGroups(environment).map((group) =>
    proofOfAlerts(environment, OVERDUE_RULES, group, claims(overdueCases(environment), "1m")),
  ),
  ...rotationGroups(environment).map((group) =>
    proofOfAlerts(environment, ROTATION_RULES, group, claims(rotationCases(environment), "1m")),
  ),
  ...outboxGroups(environment).map((group) =>
    proofOfAlerts(environment, OUTBOX_RULES, group, claims(outboxCases(environment), "1m")),
  ),
  ...edgeCodeGroups(environment).map((group) =>
    proofOfAlerts(environment, EDGE_CODE_RULES, group, claims(codeCases(environment), "1m")),
  ),
  ...storeGroups(environment).map((group) =>
    proofOfAlerts(environment, STORE_RULES, group, claims(storeCases(environment), "1m")),
  ),
];

const claims = (tests: readonly TestCase[], interval: Claim["interval"]): Claim[] =>
  tests.map((test) => ({ test, interval }));

const proofOfSlo = ({ name }: Environment, slo: Slo): Proof => ({
  environment: name,
  name: slo.id,
  service: slo.service.name,
  group: ruleGroup(slo),
  slo,
  claims: [...claims(testCases(slo), "1m"), ...claims(hourlyCases(slo), "1h")],
});

/** @param service - the name of the rule file @param all - claims of that file, of which those of the group's alerts prove it */
function proofOfAlerts(
  environment: Environment,
  service: string,
  group: RuleGroup,
  all: readonly Claim[],
): Proof {
  const alerts = group.rules.flatMap((rule) => ("alert" in rule ? [rule.alert] : []));
  const own = all.filter(({ test }) =>
    test.alert_rule_test?.some(({ alertname }) => alerts.includes(alertname)),
  );
  return { environment: environment.name, name: group.name, service, group, claims: own };
}
