import { series } from "../../model/names";
import { sum, sumOverTime } from "../promql";
import type { Slo } from "../slo/slo";
import type { PanelSpec } from "./panel";
import { boardRecord } from "./selectors";

/** The strictest freshness threshold, drawn as the limit of the age; nothing without such an objective. */
export function limitOf(slos: readonly Slo[]): Pick<PanelSpec, "limits"> {
  const thresholds = slos.flatMap(({ objective }) =>
    objective.sli === "freshness" ? [objective.thresholdSeconds] : [],
  );
  return thresholds.length === 0
    ? {}
    : { limits: [{ from: Math.min(...thresholds), color: "red" }] };
}

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
