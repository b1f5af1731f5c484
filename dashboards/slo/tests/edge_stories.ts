import { awsSignals } from "../../../model/signals";
import { shown, times, type Story } from "./lost_message";

const { edgeRequests, edgeServerErrors, edgeClientErrors, edgeErrors, cacheHitRate } = awsSignals;

/** What CloudFront's percentages mean for those who ask for objects. */
export const edgeAvailabilityStories: readonly Story[] = [
  {
    claim: "a busy minute's percentage is of more requests than a quiet one's",
    shows: [
      shown(edgeRequests, [1_000, ...times(29, 10)]),
      shown(edgeServerErrors, [0.1, ...times(29, 0)]),
    ],
    lost: 1,
    total: 1_290,
  },
  {
    claim: "one of three is one, though no percentage says a third",
    shows: [shown(edgeRequests, times(30, 3)), shown(edgeServerErrors, [33.333, ...times(29, 0)])],
    lost: 1,
    total: 90,
  },
  {
    claim: "what is not there, or blocked by the firewall, is no failure of the service",
    shows: [
      shown(edgeRequests, times(30, 10)),
      shown(edgeServerErrors, times(30, 0)),
      shown(edgeClientErrors, times(30, 90)),
    ],
    lost: 0,
    total: 300,
  },
  {
    claim: "minutes whose percentage is not known count neither for nor against",
    shows: [
      shown(edgeRequests, times(30, 10)),
      shown(edgeServerErrors, [...times(10, 0), ...times(10, NaN), ...times(10, 0)]),
    ],
    lost: 0,
    total: 200,
  },
  {
    claim: "minutes in which nobody asks have none, whatever is said of them in percent",
    shows: [
      shown(edgeRequests, [...times(10, 10), ...times(20, 0)]),
      shown(edgeServerErrors, [...times(10, 0), ...times(20, NaN)]),
    ],
    lost: 0,
    total: 100,
  },
];

/** What a hit is, and what is neither hit nor miss. */
export const cacheHitStories: readonly Story[] = [
  {
    claim: "requests that end in an error are neither hits nor misses",
    shows: [
      shown(edgeRequests, times(30, 10)),
      shown(edgeErrors, times(30, 50)),
      shown(cacheHitRate, [80, ...times(29, 100)]),
    ],
    lost: 1,
    total: 150,
  },
  {
    claim: "a minute of nothing but errors, which has no rate of hits, is not judged",
    shows: [
      shown(edgeRequests, times(30, 10)),
      shown(edgeErrors, [...times(10, 100), ...times(20, 0)]),
      shown(cacheHitRate, [...times(10, NaN), ...times(20, 100)]),
    ],
    lost: 0,
    total: 200,
  },
  {
    claim: "a busy minute's misses are more than a quiet one's",
    shows: [
      shown(edgeRequests, [...times(29, 10), 1_000]),
      shown(edgeErrors, times(30, 0)),
      shown(cacheHitRate, [...times(29, 100), 99.9]),
    ],
    lost: 1,
    total: 1_290,
  },
];
