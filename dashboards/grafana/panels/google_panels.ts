import { eventDriven, functionOf, type Service } from "../../../model/service";
import type { Signal } from "../../../model/signal";
import { googleSignals } from "../../../model/signals";
import { max, maximumOverTime, sum, type Selector } from "../../promql";
import type { Slo } from "../../slo/slo";
import type { Link } from "../links";
import type { PanelSpec } from "../panel";
import type { Row } from "../row";
import { boardSignal, perSecond, RATE_INTERVAL } from "../selectors";
import { googleColdStarts } from "./cold_start_panels";
import { ageLimit, durationLimits, p99, setAsidePanel } from "./shared_panels";
import { stateRow } from "./stores/store_panels";

/** The rows below the SLOs of a service on Google Cloud. */
export function googleRows(service: Service, slos: readonly Slo[], traces: readonly Link[]): Row[] {
  return [
    { title: "Subscription", panels: subscriptionPanels(service, slos) },
    { title: "Function", panels: functionPanels(service, slos, traces) },
    stateRow(service, traces),
    { title: "Dead letters", panels: deadLetterPanels(service, slos) },
  ];
}

const gauge = (service: Service, signal: Signal): Selector => boardSignal(signal, service);

function subscriptionPanels(service: Service, slos: readonly Slo[]): PanelSpec[] {
  const { pushRequests, undelivered, oldestUnacked } = googleSignals;
  return [
    {
      id: 401,
      title: "Pushes",
      description: `${pushRequests.description} Every other class is tried again.`,
      unit: "reqps",
      targets: [
        {
          expr: perSecond(pushRequests, gauge(service, pushRequests), ["response_class"]),
          legend: "{{response_class}}",
        },
      ],
    },
    {
      id: 402,
      title: "Backlog",
      description: undelivered.description,
      unit: "short",
      targets: [
        {
          expr: sum(maximumOverTime(gauge(service, undelivered), RATE_INTERVAL)),
          legend: "waiting",
        },
      ],
    },
    {
      id: 403,
      title: "Age of the oldest event",
      description: oldestUnacked.description,
      unit: "s",
      ...ageLimit(slos),
      targets: [
        {
          expr: max(maximumOverTime(gauge(service, oldestUnacked), RATE_INTERVAL)),
          legend: "oldest",
        },
      ],
    },
  ];
}

function functionPanels(
  service: Service,
  slos: readonly Slo[],
  traces: readonly Link[],
): PanelSpec[] {
  const { requests, latency, instances } = googleSignals;
  const { timeoutSeconds, reservedConcurrency } = functionOf(service);
  return [
    {
      id: 501,
      title: "Requests",
      description: requests.description,
      unit: "reqps",
      targets: [
        {
          expr: perSecond(requests, gauge(service, requests), ["response_code_class"]),
          legend: "{{response_code_class}}",
        },
      ],
    },
    {
      id: 502,
      title: "Duration (p99)",
      description: `${latency.description} The red line is the timeout; an orange one what an objective allows.`,
      unit: "ms",
      limits: durationLimits(slos, timeoutSeconds),
      dataLinks: traces,
      targets: [{ expr: p99(gauge(service, latency), []), legend: "p99", exemplars: true }],
    },
    {
      id: 503,
      title: "Instances",
      description: `${instances.description} The line is the most that there may be.`,
      unit: "short",
      limits: [{ from: reservedConcurrency, color: "red" }],
      targets: [
        {
          expr: sum(maximumOverTime(gauge(service, instances), RATE_INTERVAL), ["state"]),
          legend: "{{state}}",
        },
      ],
    },
    ...googleColdStarts(service),
  ];
}

function deadLetterPanels(service: Service, slos: readonly Slo[]): PanelSpec[] {
  const { deadLettersWaiting, deadLettered } = googleSignals;
  return [
    {
      id: 701,
      title: "Dead letters",
      description: `${deadLettersWaiting.description} Kept for ${eventDriven(service).workload.queue.deadLetterRetentionSeconds / 86_400} days.`,
      unit: "short",
      limits: [{ from: 1, color: "orange" }],
      targets: [
        {
          expr: sum(maximumOverTime(gauge(service, deadLettersWaiting), RATE_INTERVAL)),
          legend: "waiting",
        },
      ],
    },
    ...setAsidePanel(slos, 702),
    {
      id: 703,
      title: "Forwarded",
      description: deadLettered.description,
      unit: "cps",
      targets: [
        { expr: perSecond(deadLettered, gauge(service, deadLettered)), legend: "forwarded" },
      ],
    },
  ];
}
