import { awsSignals } from "../../../model/signals";
import { shown, times, type Story } from "./lost_message";

const { inferenceRequests, inferenceFailures, modelClientErrors, modelServerErrors } = awsSignals;
const { asyncProcessed, asyncFailures, asyncExpired } = awsSignals;

/** What becomes of requests that wait for an answer. */
export const inferenceStories: readonly Story[] = [
  {
    claim: "what the model answers with 4xx is no failure of the model",
    shows: [
      shown(inferenceRequests, times(30, 10)),
      shown(inferenceFailures, [...times(20, undefined), 3, ...times(9, 0)]),
      shown(modelClientErrors, [...times(20, undefined), 3, ...times(9, 0)]),
    ],
    lost: 0,
    total: 300,
  },
  {
    claim: "a request that gets no answer is counted, though no status says so",
    shows: [
      shown(inferenceRequests, times(60, 10)),
      shown(inferenceFailures, [...times(40, undefined), 1, ...times(19, 0)]),
    ],
    lost: 1,
    total: 600,
  },
  {
    claim: "a request that is answered with 5xx is counted once, with others that got no answer",
    shows: [
      shown(inferenceRequests, times(30, 10)),
      shown(inferenceFailures, [...times(20, 0), 5, ...times(9, 0)]),
      shown(modelServerErrors, [...times(20, 0), 2, ...times(9, 0)]),
      shown(modelClientErrors, [...times(20, 0), 1, ...times(9, 0)]),
    ],
    lost: 4,
    total: 300,
  },
  {
    claim: "a 5xx is counted where nothing else is known",
    shows: [
      shown(inferenceRequests, times(60, 10)),
      shown(modelServerErrors, [...times(40, undefined), 1, ...times(19, 0)]),
    ],
    lost: 1,
    total: 600,
  },
];

/** What becomes of questions that wait in a backlog. */
export const asyncInferenceStories: readonly Story[] = [
  {
    claim: "a question that fails is counted once, whether or not it is among those processed",
    shows: [
      shown(asyncProcessed, [...times(29, 10), 0]),
      shown(asyncFailures, [...times(20, undefined), 1, ...times(8, 0), 1]),
    ],
    lost: 2,
    total: 291,
  },
  {
    claim: "a question that expires is counted as lost",
    shows: [
      shown(asyncProcessed, times(60, 10)),
      shown(asyncExpired, [...times(40, undefined), 1, ...times(19, 0)]),
    ],
    lost: 1,
    total: 601,
  },
  {
    claim: "of an endpoint that never took a question, those that expire are judged",
    shows: [shown(asyncExpired, [0, 1, ...times(28, 0)])],
    lost: 1,
    total: 1,
  },
];
