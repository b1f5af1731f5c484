import type { BurnTier } from "../../model/burn";
import { series } from "../../model/names";
import { absent, allOf, join, sumOverTime, type Promql } from "../promql";
import { burnAnnotations, links, templates } from "./annotations";
import { fewestBadEvents } from "./guard";
import { ratioOf } from "./recording";
import { thresholdOf, type Slo } from "./slo";

/** An alerting rule as Prometheus reads it. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: Promql;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * A restart of the exporter or a slow CloudWatch takes minutes; a quarter of an hour without data is blindness.
 * It is what the Kubernetes mixins wait too.
 */
export const ABSENT_FOR = "15m";

/** One alert per tier, all of one name, and one for missing data, where there is always some. */
export function alertRules(slo: Slo): AlertRule[] {
  const absent = tellsAbsence(slo) ? [absentRule(slo)] : [];
  return [...slo.tiers.map((tier) => burnRule(slo, tier)), ...absent];
}

/** A region that waits may have answered nobody yet, of which CloudWatch knows nothing. */
export const tellsAbsence = ({ service }: Pick<Slo, "service">): boolean =>
  service.region?.waits !== true;

/** No `for`: the short window already drops what is over. */
function burnRule(slo: Slo, tier: BurnTier): AlertRule {
  const threshold = thresholdOf(slo, tier);
  const bad = sumOverTime(slo.record(series.bad), tier.longWindow);
  return {
    alert: slo.alert("ErrorBudgetBurn"),
    expr: allOf(
      join(ratioOf(slo, tier.shortWindow), ">", threshold),
      join(ratioOf(slo, tier.longWindow), ">", threshold),
      join(bad, ">=", `${fewestBadEvents(slo, tier)}`),
    ),
    labels: burnLabels(slo, tier),
    annotations: burnAnnotations(slo, tier, templates(slo, tier)),
  };
}

/** Labels of one tier's alert; the record's labels come on top of them. */
export const burnLabels = (slo: Slo, tier: BurnTier): Record<string, string> => ({
  severity: tier.severity,
  sloth_severity: tier.severity,
  burn_tier: tier.name,
  team: slo.service.owner.team,
});

/** Blindness files a ticket: nobody is known to be hurt. */
function absentRule(slo: Slo): AlertRule {
  return {
    alert: slo.alert("MetricAbsent"),
    expr: absent(slo.sli.presence.selector),
    for: ABSENT_FOR,
    labels: absentLabels(slo),
    annotations: absentAnnotations(slo),
  };
}

/** `absent()` knows the matchers' labels only, so the SLO's are written out. */
export const absentLabels = (slo: Slo): Record<string, string> => ({
  ...slo.recordLabels,
  severity: "ticket",
  sloth_severity: "ticket",
  team: slo.service.owner.team,
});

export const absentAnnotations = (slo: Slo): Record<string, string> => ({
  summary: `${slo.service.name} cannot be judged by its ${slo.objective.name} objective.`,
  description: `For ${ABSENT_FOR} the exporter of the job ${slo.sli.job} has not delivered what the objective is judged by. Nothing else alerts on it meanwhile, and what goes wrong is not counted.`,
  ...links(slo, "MetricAbsent"),
});
