import type { SettledThroughput } from "../../../model/indicators/throughput";
import { awsSignals } from "../../../model/signals";
import { shown, times, type Story } from "./lost_message";

const { apiRequests, apiClientErrors, apiServerErrors } = awsSignals;

/** What an API's numbers mean for those who call it. */
export const availabilityStories: readonly Story[] = [
  {
    claim: "what is its caller's fault, or refused by the throttle, is no failure of the service",
    shows: [
      shown(apiRequests, times(30, 10)),
      shown(apiClientErrors, times(30, 9)),
      shown(apiServerErrors, times(30, 0)),
    ],
    lost: 0,
    total: 300,
  },
  {
    claim: "an API that never failed, of whose errors there is no series, is judged",
    shows: [shown(apiRequests, times(30, 10))],
    lost: 0,
    total: 300,
  },
  {
    claim: "the first failure, with which the series of errors begins, is counted",
    shows: [
      shown(apiRequests, times(60, 10)),
      shown(apiServerErrors, [...times(40, undefined), 1, ...times(19, 0)]),
    ],
    lost: 1,
    total: 600,
  },
  {
    claim: "minutes of which YACE says nothing count neither for nor against",
    shows: [
      shown(apiRequests, [...times(20, 10), "stale", ...times(9, undefined), ...times(20, 10)]),
      shown(apiServerErrors, [...times(20, 0), "stale", ...times(9, undefined), ...times(20, 0)]),
    ],
    lost: 0,
    total: 400,
  },
];

/** When an API is too slow, and when nobody asks for more. */
export const apiThroughputStories = ({ perMinute }: SettledThroughput): Story[] => [
  {
    claim: "a minute with fewer requests than are promised is good, whatever they are answered",
    shows: [
      shown(apiRequests, times(30, perMinute - 1)),
      shown(apiServerErrors, times(30, perMinute - 1)),
    ],
    lost: 0,
    total: 30,
  },
  {
    claim: "failures among more requests than are promised are good while enough are answered",
    shows: [
      shown(apiRequests, times(30, 2 * perMinute)),
      shown(apiServerErrors, times(30, perMinute)),
    ],
    lost: 0,
    total: 30,
  },
  {
    claim: "an API without a series of errors answers all that is asked",
    shows: [shown(apiRequests, times(30, perMinute))],
    lost: 0,
    total: 30,
  },
];
