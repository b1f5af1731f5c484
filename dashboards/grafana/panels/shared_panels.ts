import { series } from "../../../model/names";
import { quantile, rate, sum, sumOverTime, type Promql, type Selector } from "../../promql";
import type { Slo } from "../../slo/slo";
import type { PanelSpec } from "../panel";
import { boardRecord, RATE_INTERVAL } from "../selectors";

/** What 99 of 100 stay under, of a histogram. */
export const p99 = (of: Selector, by: readonly string[]): Promql =>
  quantile("0.99", sum(rate(of, RATE_INTERVAL), ["le", ...by]));

/** The strictest freshness threshold, drawn as the limit of the age; nothing without such an objective. */
export function limitOf(slos: readonly Slo[]): Pick<PanelSpec, "limits"> {
  const thresholds = slos.flatMap(({ objective }) =>
    objective.sli === "freshness" ? [objective.thresholdSeconds] : [],
  );
  return thresholds.length === 0
    ? {}
    : { limits: [{ from: Math.min(...thresholds), color: "red" }] };
}

/** The latency objectives' limits and the timeout, in milliseconds, on a panel of the processor's time. */
export const durationLimits = (slos: readonly Slo[], timeoutSeconds: number) => [
  ...slos
    .flatMap(({ objective }) => (objective.sli === "latency" ? [objective.boundMilliseconds] : []))
    .sort((a, b) => a - b)
    .map((from) => ({ from, color: "orange" })),
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
