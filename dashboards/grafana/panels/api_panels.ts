import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import type { Slo } from "../../slo/slo";
import type { Link } from "../links";
import type { PanelSpec } from "../panel";
import { answerTimes } from "./answer_times";
import { flow, highest, shareOfRequests } from "./aws_targets";
import { failureLimit } from "./shared_panels";

const { apiRequests, apiClientErrors, apiServerErrors, apiIntegrationLatency } = awsSignals;
const { apiLatencyMedian, apiLatencySlow, apiLatencySlowest } = awsSignals;

const LATENCY = [apiLatencyMedian, apiLatencySlow, apiLatencySlowest] as const;

/** Rate, errors and duration, as callers meet them. */
export const apiPanels = (
  service: Service,
  slos: readonly Slo[],
  traces: readonly Link[],
): PanelSpec[] => [
  requests(service),
  ...errors(service, slos),
  { id: 414, ...answerTimes(service, LATENCY, slos, traces) },
  integration(service, traces),
];

const requests = (service: Service): PanelSpec => ({
  id: 411,
  title: "Requests",
  description: apiRequests.description,
  unit: "reqps",
  targets: [flow(service, apiRequests, "requests")],
});

function errors(service: Service, slos: readonly Slo[]): PanelSpec[] {
  return [
    {
      id: 412,
      title: "Server errors (5xx)",
      description: `Share of the requests. ${apiServerErrors.description} The line is what the objective allows in the long run.`,
      unit: "percentunit",
      ...failureLimit(slos),
      targets: [{ expr: shareOfRequests(service, apiServerErrors, apiRequests), legend: "5xx" }],
    },
    {
      id: 413,
      title: "Client errors (4xx)",
      description: `Share of the requests. ${apiClientErrors.description} Which they are is in the access log.`,
      unit: "percentunit",
      targets: [{ expr: shareOfRequests(service, apiClientErrors, apiRequests), legend: "4xx" }],
    },
  ];
}

const integration = (service: Service, traces: readonly Link[]): PanelSpec => ({
  id: 415,
  title: "Latency of the function (p99)",
  description: `${apiIntegrationLatency.description} What the whole latency has more is the API's own, and the authorizer's.`,
  unit: "ms",
  dataLinks: traces,
  targets: [
    { expr: highest(service, apiIntegrationLatency), legend: "function" },
    { expr: highest(service, apiLatencySlowest), legend: "whole" },
  ],
});
