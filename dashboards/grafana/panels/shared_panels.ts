import { series } from "../../../model/names";
import { quantile, rate, sum, sumOverTime, type Promql, type Selector } from "../../promql";
import type { Slo } from "../../slo/slo";
import type { PanelSpec } from "../panel";
import { boardRecord, RATE_INTERVAL } from "../selectors";

/** What 99 of 100 stay under, of a histogram. */
export const p99 = (of: Selector, by: readonly string[]): Promql =>
  quantile("0.99", sum(rate(of, RATE_INTERVAL), ["le", ...by]));

/** The strictest of what objectives allow, drawn as a limit; nothing without such an objective. */
const strictest = (allowed: readonly number[]): Pick<PanelSpec, "limits"> =>
  allowed.length === 0 ? {} : { limits: [{ from: Math.min(...allowed), color: "red" }] };

/** The strictest freshness threshold. */
export const ageLimit = (slos: readonly Slo[]): Pick<PanelSpec, "limits"> =>
  strictest(
    slos.flatMap(({ objective }) =>
      objective.sli === "freshness" ? [objective.thresholdSeconds] : [],
    ),
  );

/** The share of requests that the strictest availability objective lets fail. */
export const failureLimit = (slos: readonly Slo[]): Pick<PanelSpec, "limits"> =>
  strictest(
    slos.flatMap(({ objective }) =>
      objective.sli === "availability" ? [objective.budget.toNumber()] : [],
    ),
  );

/** The latency objectives' limits in milliseconds, shortest first. */
export const latencyLimits = (slos: readonly Slo[]) =>
  slos
    .flatMap(({ objective }) => (objective.sli === "latency" ? [objective.boundMilliseconds] : []))
    .sort((a, b) => a - b)
    .map((from) => ({ from, color: "orange" }));

/** These and the timeout, on a panel of the processor's time. */
export const durationLimits = (slos: readonly Slo[], timeoutSeconds: number) => [
  ...latencyLimits(slos),
  { from: timeoutSeconds * 1_000, color: "red" },
];

/** Messages set aside an hour, as the success objective counts them. */
export function setAsidePanel(slos: readonly Slo[], id: number): PanelSpec[] {
  const success = slos.find(({ objective }) => objective.sli === "success");
  if (success === undefined) return [];
  return [
    {
      id,
      title: "Set aside",
      description: "Messages set aside in the hour before, as the objective counts them.",
      unit: "short",
      limits: [{ from: 1, color: "orange" }],
      targets: [
        { expr: sum(sumOverTime(boardRecord(series.bad, success.id), "1h")), legend: "an hour" },
      ],
      links: [
        {
          title: `Runbook: ${success.alert("ErrorBudgetBurn")}`,
          url: success.runbookUrl("ErrorBudgetBurn"),
        },
      ],
    },
  ];
}
