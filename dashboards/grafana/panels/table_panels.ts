import type { Service } from "../../../model/service";
import type { Signal } from "../../../model/signal";
import { awsSignals } from "../../../model/signals";
import { max, maximumOverTime } from "../../promql";
import type { Link } from "../links";
import type { PanelSpec } from "../panel";
import { boardSignal, perSecond, RATE_INTERVAL } from "../selectors";

export function tablePanels(
  service: Service,
  store: string,
  index: number,
  traces: readonly Link[],
): PanelSpec[] {
  const id = 601 + 10 * index;
  const byOperation = ["dimension_Operation"];
  const operation = "{{dimension_Operation}}";
  const of = (signal: Signal) => boardSignal(signal, service, store);
  return [
    {
      id,
      title: `${store}: requests`,
      description: awsSignals.tableRequests.description,
      unit: "reqps",
      targets: [
        {
          expr: perSecond(awsSignals.tableRequests, of(awsSignals.tableRequests), byOperation),
          legend: operation,
        },
      ],
    },
    {
      id: id + 1,
      title: `${store}: latency (p99)`,
      description: awsSignals.tableLatency.description,
      unit: "ms",
      dataLinks: traces,
      targets: [
        {
          expr: max(maximumOverTime(of(awsSignals.tableLatency), RATE_INTERVAL), byOperation),
          legend: operation,
        },
      ],
    },
    {
      id: id + 2,
      title: `${store}: refused and failed`,
      description: `${awsSignals.tableThrottles.description} ${awsSignals.tableErrors.description}`,
      unit: "reqps",
      targets: [
        {
          expr: perSecond(awsSignals.tableThrottles, of(awsSignals.tableThrottles), byOperation),
          legend: `throttled ${operation}`,
        },
        {
          expr: perSecond(awsSignals.tableErrors, of(awsSignals.tableErrors), byOperation),
          legend: `failed ${operation}`,
        },
      ],
    },
  ];
}
