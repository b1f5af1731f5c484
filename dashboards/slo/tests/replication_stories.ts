import type { SettledReplication } from "../../../model/indicators/replication";
import { awsSignals } from "../../../model/signals";
import { shown, times, type Story } from "./lost_message";

const { replicationLatency, replicationFailures } = awsSignals;

/** What S3 says of a copy, minute by minute. */
export const replicationStories = ({ store, thresholdSeconds }: SettledReplication): Story[] => [
  {
    claim: "a store that nobody writes to is not behind",
    shows: [shown(replicationLatency, times(30, 0), { store })],
    lost: 0,
    total: 30,
  },
  {
    claim: "what failed to be copied makes its minute bad, however prompt the rest",
    shows: [
      shown(replicationLatency, times(30, 3), { store }),
      shown(replicationFailures, [...times(10, 0), 1, ...times(19, 0)], { store }),
    ],
    lost: 1,
    total: 30,
  },
  {
    claim: "a failure counts in a minute of which nothing else is known",
    shows: [
      shown(replicationLatency, [...times(10, 3), ...times(20, NaN)], { store }),
      shown(replicationFailures, [...times(29, 0), 7], { store }),
    ],
    lost: 1,
    total: 11,
  },
  {
    claim: "minutes of which S3 says nothing count neither for nor against",
    shows: [
      shown(replicationLatency, [...times(10, 3), ...times(20, NaN)], { store }),
      shown(replicationFailures, times(30, NaN), { store }),
    ],
    lost: 0,
    total: 10,
  },
  {
    claim: "a minute that is late and has failures is one bad minute",
    shows: [
      shown(replicationLatency, [thresholdSeconds + 1, ...times(29, 3)], { store }),
      shown(replicationFailures, [5, ...times(29, 0)], { store }),
    ],
    lost: 1,
    total: 30,
  },
];
