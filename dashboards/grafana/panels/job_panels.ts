import { formatDuration } from "../../../model/duration";
import type { Batch, Service } from "../../../model/service";
import { awsSignals, logSignals } from "../../../model/signals";
import { sum, sumOverTime } from "../../promql";
import type { PanelSpec, Target } from "../panel";
import { level } from "./aws_targets";
import { boardSignal } from "../selectors";

/** A nightly job would not be seen as a rate. */
const A_DAY = "1d";

const { jobsSucceeded, jobsFailed } = logSignals;

/** How many jobs end, and how. */
export const jobPanels = (service: Service<Batch>): PanelSpec[] => [
  {
    id: 481,
    title: "Jobs of a day",
    description: `${jobsSucceeded.description} ${jobsFailed.description} Those of the 24 hours before each moment.${due(service)}`,
    unit: "short",
    targets: [ofADay(service, jobsSucceeded, "succeeded"), ofADay(service, jobsFailed, "failed")],
  },
  {
    id: 482,
    title: "Dead letters",
    description:
      "What schedules could not start, and ends of jobs that could not be written down. Kept for 14 days.",
    unit: "short",
    limits: [{ from: 1, color: "orange" }],
    targets: [
      { expr: level(service, awsSignals.deadLetters), legend: "waiting" },
      { expr: level(service, awsSignals.deadLettersInFlight), legend: "being read" },
    ],
  },
];

const due = ({ workload: { deadlineSeconds } }: Service<Batch>): string =>
  deadlineSeconds === undefined
    ? ""
    : ` One is to succeed within ${formatDuration(deadlineSeconds)}, again and again.`;

const ofADay = (service: Service, signal: typeof jobsFailed, legend: string): Target => ({
  expr: sum(sumOverTime(boardSignal(signal, service), A_DAY)),
  legend,
});
