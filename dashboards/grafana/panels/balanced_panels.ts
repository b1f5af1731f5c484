import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import type { Slo } from "../../slo/slo";
import type { PanelSpec } from "../panel";
import { percentiles } from "./answer_times";
import { flow, level, shareOfRequests } from "./aws_targets";
import { failureLimit, latencyLimits } from "./shared_panels";

const { targetRequests, targetClientErrors, targetServerErrors } = awsSignals;
const { targetResponseMedian, targetResponseSlow, targetResponseSlowest } = awsSignals;
const { healthyTargets, unhealthyTargets, targetConnectionErrors } = awsSignals;
const { balancerServerErrors, balancerUnavailable } = awsSignals;

/** Rate, errors and duration of a service of containers or machines, as the load balancer before it sees them. */
export const balancedPanels = (service: Service, slos: readonly Slo[]): PanelSpec[] => [
  {
    id: 451,
    title: "Requests",
    description: targetRequests.description,
    unit: "reqps",
    targets: [flow(service, targetRequests, "requests")],
  },
  {
    id: 452,
    title: "Server errors (5xx)",
    description: `Share of the requests. ${targetServerErrors.description} The line is what the objective allows in the long run.`,
    unit: "percentunit",
    ...failureLimit(slos),
    targets: [
      { expr: shareOfRequests(service, targetServerErrors, targetRequests), legend: "5xx" },
    ],
  },
  {
    id: 453,
    title: "Client errors (4xx)",
    description: `Share of the requests. ${targetClientErrors.description} Which they are is in the balancer's access log.`,
    unit: "percentunit",
    targets: [
      { expr: shareOfRequests(service, targetClientErrors, targetRequests), legend: "4xx" },
    ],
  },
  latency(service, slos),
  targets(service),
  byBalancer(service),
];

const latency = (service: Service, slos: readonly Slo[]): PanelSpec => ({
  id: 454,
  title: "Latency",
  description:
    "Time from a request's way to a target to the target's answer: that of the median, of the slowest 5 and of the slowest 1 of 100. The line is what an objective allows.",
  unit: "s",
  limits: latencyLimits(slos).map(({ from, color }) => ({ from: from / 1_000, color })),
  targets: percentiles(service, [targetResponseMedian, targetResponseSlow, targetResponseSlowest]),
});

const targets = (service: Service): PanelSpec => ({
  id: 455,
  title: "Health of the targets",
  description: `${healthyTargets.description} ${unhealthyTargets.description} ${targetConnectionErrors.description}`,
  unit: "short",
  targets: [
    { expr: level(service, healthyTargets), legend: "healthy" },
    { expr: level(service, unhealthyTargets), legend: "unhealthy" },
    { expr: level(service, targetConnectionErrors), legend: "failed connections" },
  ],
});

const byBalancer = (service: Service): PanelSpec => ({
  id: 456,
  title: "Errors of the balancer, all services of the cell",
  description: `${balancerServerErrors.description} ${balancerUnavailable.description}`,
  unit: "reqps",
  targets: [
    flow(service, balancerServerErrors, "5xx"),
    flow(service, balancerUnavailable, "503 among them"),
  ],
});
