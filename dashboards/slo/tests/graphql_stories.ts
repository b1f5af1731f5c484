import type { SettledThroughput } from "../../../model/indicators/throughput";
import { awsSignals } from "../../../model/signals";
import { shown, times, type Story } from "./lost_message";

const { graphqlRequests, graphqlClientErrors, graphqlServerErrors } = awsSignals;
const { functionErrors, functionThrottles } = awsSignals;

/** What the numbers of a GraphQL API and of its function mean for those who ask. */
export const graphqlStories: readonly Story[] = [
  {
    claim: "what is its caller's fault is no failure of the service",
    shows: [shown(graphqlRequests, times(30, 10)), shown(graphqlClientErrors, times(30, 9))],
    lost: 0,
    total: 300,
  },
  {
    claim: "a call that fails is counted, though its request is answered 200 with errors",
    shows: [
      shown(graphqlRequests, times(30, 10)),
      shown(graphqlServerErrors, times(30, 0)),
      shown(functionErrors, [...times(20, 0), 3, ...times(9, 0)]),
      shown(functionThrottles, [...times(25, 0), 2, ...times(4, 0)]),
    ],
    lost: 5,
    total: 300,
  },
  {
    claim: "no more requests fail than there are, however many fields each asks for",
    shows: [
      shown(graphqlRequests, times(30, 10)),
      shown(functionErrors, [...times(20, 0), 70, ...times(9, 0)]),
    ],
    lost: 10,
    total: 300,
  },
  {
    claim: "the first failure, with which the series of errors begins, is counted",
    shows: [
      shown(graphqlRequests, times(60, 10)),
      shown(graphqlServerErrors, [...times(40, undefined), 1, ...times(19, 0)]),
    ],
    lost: 1,
    total: 600,
  },
];

/** When a GraphQL API is too slow, and when nobody asks for more. */
export const graphqlThroughputStories = ({ perMinute }: SettledThroughput): Story[] => [
  {
    claim: "a minute with fewer requests than are promised is good, whatever they are answered",
    shows: [
      shown(graphqlRequests, times(30, perMinute - 1)),
      shown(functionErrors, times(30, perMinute - 1)),
    ],
    lost: 0,
    total: 30,
  },
  {
    claim: "failures among more requests than are promised are good while enough are answered",
    shows: [
      shown(graphqlRequests, times(30, 2 * perMinute)),
      shown(functionErrors, times(30, perMinute)),
    ],
    lost: 0,
    total: 30,
  },
];
