import type { BudgetWindow } from "../../model/declaration";
import { nameIn } from "../../model/cells/view";
import { series } from "../../model/names";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { formatDuration } from "../../model/duration";
import { unitOf } from "../slo/sli";
import type { Slo } from "../slo/slo";
import { alertPolicy } from "./alert_policy";

/** The version of the specification; its successor is a draft. */
export const VERSION = "openslo/v1";

/** An SLO over the two records that its rules count by, so that every reader counts the same. */
export function openSlo(slo: Slo) {
  const { objective, service, labels } = slo;
  return {
    apiVersion: VERSION,
    kind: "SLO",
    metadata: {
      name: nameOf(slo),
      labels: { environment: labels["environment"], cell: labels["cell"] },
      annotations: { dashboard_url: slo.boardUrl },
    },
    spec: {
      description: `Of ${unitOf(slo.sli)}, at most ${objective.budget.times(100).toFixed()}% ${slo.sli.badOnes}.`,
      service: service.name,
      indicator: { metadata: { name: nameOf(slo) }, spec: indicator(slo) },
      timeWindow: [timeWindow(objective.window)],
      budgetingMethod: slo.sli.slices ? "Timeslices" : "Occurrences",
      objectives: [{ targetPercent: objective.targetPercent.toNumber(), ...timeSlice(slo) }],
      alertPolicies: slo.tiers.map((tier) => alertPolicy(slo, tier)),
    },
  };
}

/** Dashes alone part the words of such a name. */
const nameOf = ({ id, service }: Slo): string => nameIn(service.cell, id).replace("_", "-");

/** A calendar window has to begin once; any first of a month says the same. */
const timeWindow = (window: BudgetWindow) =>
  window === "month"
    ? {
        duration: "1M",
        isRolling: false,
        calendar: { startTime: "2020-01-01 00:00:00", timeZone: "UTC" },
      }
    : { duration: window, isRolling: true };

/** Each record holds one minute's number: no counter, to be summed. */
const indicator = (slo: Slo) => ({
  ratioMetric: {
    counter: false,
    bad: metricSource(slo, series.bad),
    total: metricSource(slo, series.total),
  },
});

const metricSource = (slo: Slo, record: string) => ({
  metricSource: { type: "Prometheus", spec: { query: slo.record(record) } },
});

/** A minute is good where none of it is bad. */
const timeSlice = ({ sli }: Slo) =>
  sli.slices
    ? { timeSliceTarget: 1, timeSliceWindow: formatDuration(SCRAPE_INTERVAL_SECONDS) }
    : {};
