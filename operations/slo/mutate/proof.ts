import { metaGroups } from "../../../dashboards/meta/rule_file";
import { metaCases } from "../../../dashboards/meta/test_file";
import { ruleGroup, type RuleGroup } from "../../../dashboards/slo/rule_file";
import { slosOf, type Slo } from "../../../dashboards/slo/slo";
import { hourlyCases } from "../../../dashboards/slo/tests/hourly";
import type { TestCase } from "../../../dashboards/slo/tests/test_case";
import { testCases } from "../../../dashboards/slo/tests/test_file";
import { TICKET_FILES } from "../../../dashboards/tickets/all";
import { META_RULES } from "../../../model/names";
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
  ...TICKET_FILES.flatMap(({ name, groups, cases, interval }) =>
    groups(environment).map((group) =>
      proofOfAlerts(environment, name, group, claims(cases(environment), interval)),
    ),
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
