import { awsSignals } from "../../../model/signals";
import { shown, times, type Story } from "./lost_message";

const { executionsStarted, executionsSucceeded, executionsFailed } = awsSignals;
const { executionsTimedOut, executionsAborted, deadLetters, deadLettersInFlight } = awsSignals;

/** What becomes of executions. */
export const workflowStories: readonly Story[] = [
  {
    claim: "an execution that fails, runs out of time or is stopped is counted once",
    shows: [
      shown(executionsStarted, times(30, 10)),
      shown(executionsSucceeded, times(30, 9)),
      shown(executionsFailed, [...times(20, 0), 3, ...times(9, 0)]),
      shown(executionsTimedOut, [...times(22, undefined), 2, ...times(7, 0)]),
      shown(executionsAborted, [...times(25, undefined), 1, ...times(4, 0)]),
    ],
    lost: 6,
    total: 276,
  },
  {
    claim: "an event that is set aside before it starts an execution is counted as lost",
    shows: [
      shown(executionsStarted, times(30, 1)),
      shown(executionsSucceeded, times(30, 1)),
      shown(deadLetters, [...times(10, 0), ...times(20, 1)]),
      shown(deadLettersInFlight, times(30, 0)),
    ],
    lost: 1,
    total: 31,
  },
  {
    claim: "the failure of an execution that is redriven is counted, and then its success",
    shows: [
      shown(executionsStarted, times(30, 1)),
      shown(executionsSucceeded, [...times(20, 0), ...times(10, 1)]),
      shown(executionsFailed, [...times(19, 0), 1, ...times(10, 0)]),
    ],
    lost: 1,
    total: 11,
  },
];
