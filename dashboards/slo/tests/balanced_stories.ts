import type { SettledThroughput } from "../../../model/indicators/throughput";
import { awsSignals } from "../../../model/signals";
import { shown, times, type Story } from "./lost_message";

const { targetRequests, targetSuccesses, targetRedirects, targetClientErrors, targetServerErrors } =
  awsSignals;
const { healthyTargets, balancerServerErrors, balancerUnavailable } = awsSignals;

/** What a load balancer's numbers, some of which are of all services behind it, mean for one of them. */
export const balancedStories: readonly Story[] = [
  {
    claim: "what tasks answer otherwise than with 5xx is no failure of the service",
    shows: [
      shown(targetRequests, times(30, 10)),
      shown(targetSuccesses, times(30, 5)),
      shown(targetRedirects, times(30, 2)),
      shown(targetClientErrors, times(30, 3)),
    ],
    lost: 0,
    total: 300,
  },
  {
    claim: "the first failure, with which the series of errors begins, is counted",
    shows: [
      shown(targetRequests, times(60, 10)),
      shown(targetSuccesses, [...times(40, 10), 9, ...times(19, 10)]),
      shown(targetServerErrors, [...times(40, undefined), 1, ...times(19, 0)]),
    ],
    lost: 1,
    total: 600,
  },
  {
    claim: "a request that no task answered, and the balancer with 5xx, is counted",
    shows: [
      shown(targetRequests, times(60, 10)),
      shown(targetSuccesses, [...times(40, 10), 9, ...times(19, 10)]),
      shown(balancerServerErrors, [...times(40, undefined), 1, ...times(19, 0)]),
      shown(healthyTargets, times(60, 2)),
    ],
    lost: 1,
    total: 600,
  },
  {
    claim: "a request that its client gave up is no failure: the balancer answered none with 5xx",
    shows: [
      shown(targetRequests, times(30, 10)),
      shown(targetSuccesses, [...times(20, 10), 4, ...times(9, 10)]),
      shown(balancerServerErrors, times(30, 0)),
    ],
    lost: 0,
    total: 300,
  },
  {
    claim: "no more are counted as lost than the balancer answered with 5xx",
    shows: [
      shown(targetRequests, times(30, 10)),
      shown(targetSuccesses, [...times(20, 10), 4, ...times(9, 10)]),
      shown(balancerServerErrors, [...times(20, 0), 1, ...times(9, 0)]),
    ],
    lost: 1,
    total: 300,
  },
  {
    claim: "what the balancer answers for another service is no failure of this one",
    shows: [
      shown(targetRequests, times(30, 10)),
      shown(targetSuccesses, times(30, 10)),
      shown(balancerServerErrors, times(30, 8)),
      shown(balancerUnavailable, times(30, 8)),
      shown(healthyTargets, times(30, 2)),
    ],
    lost: 0,
    total: 300,
  },
  {
    claim: "a request that was turned away while the service had no healthy task is counted",
    shows: [
      shown(targetRequests, [...times(20, 10), 0, ...times(9, 10)]),
      shown(targetSuccesses, [...times(20, 10), 0, ...times(9, 10)]),
      shown(balancerServerErrors, [...times(20, 0), 1, ...times(9, 0)]),
      shown(balancerUnavailable, [...times(20, 0), 1, ...times(9, 0)]),
      shown(healthyTargets, [...times(20, 2), NaN, ...times(9, 2)]),
    ],
    lost: 1,
    total: 291,
  },
  {
    claim: "a service that no task ever answered for is judged by what was turned away",
    shows: [
      shown(balancerServerErrors, [0, 1, ...times(28, 0)]),
      shown(balancerUnavailable, [0, 1, ...times(28, 0)]),
      shown(healthyTargets, times(30, 0)),
    ],
    lost: 1,
    total: 1,
  },
  {
    claim: "minutes of which YACE says nothing count neither for nor against",
    shows: [
      shown(targetRequests, [...times(20, 10), "stale", ...times(9, undefined), ...times(20, 10)]),
      shown(targetSuccesses, [...times(20, 10), "stale", ...times(9, undefined), ...times(20, 10)]),
    ],
    lost: 0,
    total: 400,
  },
];

/** When a container service is too slow, and when nobody asks for more. */
export const balancedThroughputStories = ({ perMinute }: SettledThroughput): Story[] => [
  {
    claim: "a minute with fewer requests than are promised is good, whatever they are answered",
    shows: [
      shown(targetRequests, times(30, perMinute - 1)),
      shown(targetServerErrors, times(30, perMinute - 1)),
    ],
    lost: 0,
    total: 30,
  },
  {
    claim: "failures among more requests than are promised are good while enough are answered",
    shows: [
      shown(targetRequests, times(30, 2 * perMinute)),
      shown(targetSuccesses, times(30, perMinute)),
      shown(targetServerErrors, times(30, perMinute)),
    ],
    lost: 0,
    total: 30,
  },
  {
    claim: "a service without a series of errors answers all that is asked",
    shows: [
      shown(targetRequests, times(30, perMinute)),
      shown(targetSuccesses, times(30, perMinute)),
    ],
    lost: 0,
    total: 30,
  },
];
