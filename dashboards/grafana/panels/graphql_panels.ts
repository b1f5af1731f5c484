import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import type { Slo } from "../../slo/slo";
import type { Link } from "../links";
import type { PanelSpec } from "../panel";
import { answerTimes } from "./answer_times";
import { flow, shareOfRequests } from "./aws_targets";
import { failureLimit } from "./shared_panels";

const { graphqlRequests, graphqlClientErrors, graphqlServerErrors } = awsSignals;
const { graphqlLatencyMedian, graphqlLatencySlow, graphqlLatencySlowest } = awsSignals;
const { functionErrors, functionThrottles } = awsSignals;

const LATENCY = [graphqlLatencyMedian, graphqlLatencySlow, graphqlLatencySlowest] as const;

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
  { id: 419, ...answerTimes(service, LATENCY, slos, traces) },
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
