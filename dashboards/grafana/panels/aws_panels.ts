import { eventDriven, functionOf, type Service } from "../../../model/service";
import type { Signal } from "../../../model/signal";
import { awsSignals } from "../../../model/signals";
import { max, maximumOverTime, sum, type Promql } from "../../promql";
import type { Slo } from "../../slo/slo";
import type { Link } from "../links";
import type { PanelSpec, Target } from "../panel";
import { boardSignal, perSecond, RATE_INTERVAL } from "../selectors";
import type { Row } from "../row";
import { awsColdStarts } from "./cold_start_panels";
import { durationLimits, limitOf, setAsidePanel } from "./shared_panels";

/** The rows below the SLOs of a service on AWS. */
export function awsRows(service: Service, slos: readonly Slo[], traces: readonly Link[]): Row[] {
  return [
    { title: "Queue", panels: queuePanels(service, slos) },
    { title: "Function", panels: functionPanels(service, slos, traces) },
    {
      title: "State",
      panels: service.stores.flatMap((store, index) =>
        tablePanels(service, store.name, index, traces),
      ),
    },
    { title: "Dead letters", panels: deadLetterPanels(service, slos) },
  ];
}

const flow = (service: Service, signal: Signal, legend: string): Target => ({
  expr: perSecond(signal, boardSignal(signal, service.name)),
  legend,
});

const level = (service: Service, signal: Signal): Promql =>
  sum(maximumOverTime(boardSignal(signal, service.name), RATE_INTERVAL));

const highest = (service: Service, signal: Signal): Promql =>
  max(maximumOverTime(boardSignal(signal, service.name), RATE_INTERVAL));

function queuePanels(service: Service, slos: readonly Slo[]): PanelSpec[] {
  return [
    {
      id: 401,
      title: "Events",
      description:
        "Events sent to the queue and events handled. Sent above handled: a backlog grows.",
      unit: "cps",
      targets: [
        flow(service, awsSignals.queueSent, "sent"),
        flow(service, awsSignals.queueDeleted, "handled"),
      ],
    },
    {
      id: 402,
      title: "Backlog",
      description: "Events that wait, and events that the processor holds.",
      unit: "short",
      targets: [
        { expr: level(service, awsSignals.queueVisible), legend: "waiting" },
        { expr: level(service, awsSignals.queueInFlight), legend: "in flight" },
      ],
    },
    {
      id: 403,
      title: "Age of the oldest event",
      description: awsSignals.queueAge.description,
      unit: "s",
      ...limitOf(slos),
      targets: [{ expr: highest(service, awsSignals.queueAge), legend: "oldest" }],
    },
  ];
}

function functionPanels(
  service: Service,
  slos: readonly Slo[],
  traces: readonly Link[],
): PanelSpec[] {
  const { timeoutSeconds, reservedConcurrency } = functionOf(service);
  return [
    {
      id: 501,
      title: "Batches",
      description:
        "Batches handled, failed whole and refused. A partial failure is no error here: see dead letters.",
      unit: "cps",
      targets: [
        flow(service, awsSignals.functionInvocations, "invocations"),
        flow(service, awsSignals.functionErrors, "errors"),
        flow(service, awsSignals.functionThrottles, "throttles"),
      ],
    },
    {
      id: 502,
      title: "Duration (p99)",
      description: `${awsSignals.functionDuration.description} The red line is the timeout; an orange one what an objective allows.`,
      unit: "ms",
      limits: durationLimits(slos, timeoutSeconds),
      dataLinks: traces,
      targets: [{ expr: highest(service, awsSignals.functionDuration), legend: "p99" }],
    },
    {
      id: 503,
      title: "Concurrency",
      description: `${awsSignals.functionConcurrency.description} The line is what is reserved.`,
      unit: "short",
      limits: [{ from: reservedConcurrency, color: "red" }],
      targets: [{ expr: level(service, awsSignals.functionConcurrency), legend: "at once" }],
    },
    ...awsColdStarts(service),
  ];
}

function tablePanels(
  service: Service,
  store: string,
  index: number,
  traces: readonly Link[],
): PanelSpec[] {
  const id = 601 + 10 * index;
  const byOperation = ["dimension_Operation"];
  const operation = "{{dimension_Operation}}";
  const of = (signal: Signal) => boardSignal(signal, service.name, store);
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

function deadLetterPanels(service: Service, slos: readonly Slo[]): PanelSpec[] {
  return [
    {
      id: 701,
      title: "Dead letters",
      description: `${awsSignals.deadLetters.description} Kept for ${eventDriven(service).workload.queue.deadLetterRetentionSeconds / 86_400} days.`,
      unit: "short",
      limits: [{ from: 1, color: "orange" }],
      targets: [
        { expr: level(service, awsSignals.deadLetters), legend: "waiting" },
        { expr: level(service, awsSignals.deadLettersInFlight), legend: "being read" },
      ],
    },
    ...setAsidePanel(slos, 702),
  ];
}
