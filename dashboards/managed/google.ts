import type { BurnTier } from "../../model/burn";
import type { AlertPolicy } from "../../model/engine";
import type { AlertKind } from "../../model/names";
import type { Environment } from "../../model/settle";
import { overLimit } from "../slo/annotations";
import { unitOf } from "../slo/sli";
import { slosOf, type Slo } from "../slo/slo";
import { ABSENT_FOR } from "../slo/alerts";
import { absentQuery, burnQuery } from "./google_query";

/** Undefined where an environment does not ask for it. */
export function alertPolicies(environment: Environment): readonly AlertPolicy[] | undefined {
  const { declaration } = environment;
  if (declaration.cloud !== "google" || declaration.managedAlerting === undefined) return undefined;
  const slos = environment.services.flatMap((service) => slosOf(service, environment));
  return slos.flatMap((slo) => [
    ...slo.tiers.map((tier) => burnPolicy(slo, tier)),
    absentPolicy(slo),
  ]);
}

const burnPolicy = (slo: Slo, tier: BurnTier): AlertPolicy => ({
  ...policy(slo, "ErrorBudgetBurn", tier.severity),
  id: `${slo.id}-${tier.name}`,
  query: burnQuery(slo, tier),
  seconds: 0,
  labels: { ...slo.labels, burn_tier: tier.name },
  text: [
    `${slo.service.name} burns the error budget of its ${slo.objective.name} objective.`,
    `Of its ${unitOf(slo.sli)}, some ${slo.sli.badOnes}. ${overLimit(slo, tier)}.`,
    ...slo.objective.firstSteps.map((step, index) => `${index + 1}. ${step}`),
  ].join("\n\n"),
});

const absentPolicy = (slo: Slo): AlertPolicy => ({
  ...policy(slo, "MetricAbsent", "ticket"),
  id: `${slo.id}-absent`,
  query: absentQuery(slo),
  seconds: 900,
  labels: { ...slo.labels },
  text: `For ${ABSENT_FOR} Cloud Monitoring has held nothing by which ${slo.service.name} could be judged. Nothing else alerts on its ${slo.objective.name} objective meanwhile.`,
});

const policy = (slo: Slo, kind: AlertKind, severity: AlertPolicy["severity"]) => ({
  alert: slo.alert(kind),
  group: slo.id,
  severity,
  links: [
    { name: "Runbook", url: slo.runbookUrl(kind) },
    { name: "Board", url: slo.boardUrl },
  ],
});
