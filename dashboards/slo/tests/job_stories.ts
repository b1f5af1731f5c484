import { logSignals } from "../../../model/signals";
import { shown, times, type Story } from "./lost_message";

const { jobsSucceeded, jobsFailed } = logSignals;

/** What becomes of jobs. */
export const jobStories: readonly Story[] = [
  {
    claim: "a job that fails is counted once, and so is one that ends well",
    shows: [
      shown(jobsSucceeded, [...times(10, 0), 1, ...times(19, 0)]),
      shown(jobsFailed, [...times(20, 0), 1, ...times(9, 0)]),
    ],
    lost: 1,
    total: 2,
  },
  {
    claim: "minutes in which no job ends are neither good nor bad",
    shows: [shown(jobsSucceeded, times(30, 0)), shown(jobsFailed, times(30, 0))],
    lost: 0,
    total: 0,
  },
];
