import type { Service } from "../../../model/service";
import type { CloudWatchSignal } from "../../../model/signal";
import type { Slo } from "../../slo/slo";
import type { Link } from "../links";
import type { PanelSpec } from "../panel";
import { highest } from "./aws_targets";
import { latencyLimits } from "./shared_panels";

/** The median, and those of the slowest 5 and 1 of 100. */
type Percentiles = readonly [CloudWatchSignal, CloudWatchSignal, CloudWatchSignal];

/** How long an API of AWS takes to answer, in milliseconds. */
export const answerTimes = (
  service: Service,
  signals: Percentiles,
  slos: readonly Slo[],
  traces: readonly Link[],
): Omit<PanelSpec, "id"> => ({
  title: "Latency",
  description:
    "Time from a request's arrival to its answer: that of the median, of the slowest 5 and of the slowest 1 of 100. The line is what an objective allows.",
  unit: "ms",
  limits: latencyLimits(slos),
  dataLinks: traces,
  targets: percentiles(service, signals),
});

export const percentiles = (
  service: Service,
  [median, slow, slowest]: Percentiles,
): PanelSpec["targets"] => [
  { expr: highest(service, median), legend: "p50" },
  { expr: highest(service, slow), legend: "p95" },
  { expr: highest(service, slowest), legend: "p99" },
];
