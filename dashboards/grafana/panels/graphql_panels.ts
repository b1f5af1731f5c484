import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import type { Slo } from "../../slo/slo";
import type { Link } from "../links";
import type { PanelSpec } from "../panel";
import { flow, highest, shareOfRequests } from "./aws_targets";
import { failureLimit, latencyLimits } from "./shared_panels";

const { graphqlRequests, graphqlClientErrors, graphqlServerErrors } = awsSignals;
const { graphqlLatencyMedian, graphqlLatencySlow, graphqlLatencySlowest } = awsSignals;
const { functionErrors, functionThrottles } = awsSignals;

/** Rate, errors and duration, as callers meet them: what GraphQL answers 200 with `errors` among them. */
export const graphqlPanels = (
  service: Service,
  slos: readonly Slo[],
  traces: readonly Link[],
): PanelSpec[] => [
  {
    id: 416,
    title: "Requests",
    description: graphqlRequests.description,
    unit: "reqps",
    targets: [flow(service, graphqlRequests, "requests")],
  },
  failures(service, slos),
  {
    id: 418,
    title: "Client errors (4xx)",
    description: `Share of the requests. ${graphqlClientErrors.description} Which they are is in the API's log.`,
    unit: "percentunit",
    targets: [
      { expr: shareOfRequests(service, graphqlClientErrors, graphqlRequests), legend: "4xx" },
    ],
  },
  {
    id: 419,
    title: "Latency",
    description:
      "Time from a request's arrival to its answer: that of the median, of the slowest 5 and of the slowest 1 of 100. The line is what an objective allows.",
    unit: "ms",
    limits: latencyLimits(slos),
    dataLinks: traces,
    targets: [
      { expr: highest(service, graphqlLatencyMedian), legend: "p50" },
      { expr: highest(service, graphqlLatencySlow), legend: "p95" },
      { expr: highest(service, graphqlLatencySlowest), legend: "p99" },
    ],
  },
];

const failures = (service: Service, slos: readonly Slo[]): PanelSpec => ({
  id: 417,
  title: "Failures",
  description: `As a share of the requests. ${graphqlServerErrors.description} Calls of the function that failed or were refused are shown for that; a request may make several. The line is what the objective allows in the long run.`,
  unit: "percentunit",
  ...failureLimit(slos),
  targets: [
    { expr: shareOfRequests(service, graphqlServerErrors, graphqlRequests), legend: "5xx" },
    {
      expr: shareOfRequests(service, functionErrors, graphqlRequests),
      legend: "calls that failed",
    },
    {
      expr: shareOfRequests(service, functionThrottles, graphqlRequests),
      legend: "calls that were refused",
    },
  ],
});
