import type { awsSignals, logSignals } from "../../../model/signals";

/** A number of each signal, as CloudWatch publishes it for one minute. */
export type Minute = Readonly<Record<keyof typeof awsSignals | keyof typeof logSignals, number>>;

/** What `orders` declares as its average: 5 events a second. */
export const EVENTS = 300;

/** A minute in which the processor handles what comes. */
export const healthy: Minute = {
  queueSent: EVENTS,
  queueDeleted: EVENTS,
  queueVisible: 2,
  queueInFlight: 3,
  queueAge: 4,
  deadLetters: 0,
  deadLettersInFlight: 0,
  functionInvocations: EVENTS / 10,
  functionErrors: 0,
  functionThrottles: 0,
  functionDuration: 180,
  functionConcurrency: 2,
  functionStarts: 1,
  functionStartTime: 240,
  tableRequests: EVENTS,
  tableLatency: 6,
  tableThrottles: 0,
  tableErrors: 0,
  tableReadUnits: 20,
  tableWriteUnits: EVENTS,
  apiRequests: EVENTS,
  apiClientErrors: 12,
  apiServerErrors: 0,
  apiLatencyMedian: 40,
  apiLatencySlow: 90,
  apiLatencySlowest: 210,
  apiIntegrationLatency: 200,
  graphqlRequests: EVENTS,
  graphqlClientErrors: 4,
  graphqlServerErrors: 0,
  graphqlLatencyMedian: 45,
  graphqlLatencySlow: 95,
  graphqlLatencySlowest: 220,
  edgeRequests: EVENTS,
  edgeServerErrors: 0,
  edgeClientErrors: 2,
  edgeErrors: 2,
  edgeBytes: 30_000_000,
  cacheHitRate: 98,
  originLatency: 70,
  firewallAllowed: EVENTS,
  firewallBlocked: 1,
  firewallCounted: 3,
  cellFirewallAllowed: EVENTS,
  cellFirewallBlocked: 1,
  cellFirewallCounted: 3,
  containerCpu: 45,
  containerMemory: 60,
  tasksRunning: 2,
  tasksDesired: 2,
  tasksPending: 0,
  machineCpu: 45,
  machineFailures: 0,
  machinesInService: 2,
  machinesDesired: 2,
  machinesPending: 0,
  diskQueue: 0.2,
  diskIopsExceeded: 0,
  diskThroughputExceeded: 0,
  targetRequests: EVENTS,
  targetSuccesses: EVENTS - 5,
  targetRedirects: 2,
  targetClientErrors: 3,
  targetServerErrors: 0,
  targetResponseMedian: 0.04,
  targetResponseSlow: 0.1,
  targetResponseSlowest: 0.2,
  healthyTargets: 2,
  unhealthyTargets: 0,
  targetConnectionErrors: 0,
  balancerServerErrors: 0,
  balancerUnavailable: 0,
  bucketRequests: 0.02 * EVENTS,
  bucketClientErrors: 1,
  bucketServerErrors: 0,
  bucketLatency: 60,
  bucketRead: 600_000,
  bucketWritten: 100_000,
  replicationLatency: 4,
  replicationBytes: 20_000,
  replicationOperations: 2,
  replicationFailures: 0,
  relationalCapacity: 1,
  relationalUtilization: 25,
  relationalConnections: 12,
  relationalCommitLatency: 4,
  relationalReplicaLag: 20,
  relationalDeadlocks: 0,
  storedHits: 900,
  storedMisses: 100,
  storedThrottles: 0,
  storedEvictions: 0,
  storedWork: 1_000,
  storedBytes: 200_000_000,
  natBytesOut: 1_000,
};

/**
 * What part of the requests fails in each of three minutes. The fastest tier pages at 0.86 minutes of an hour in which all fail, so it does
 * too where a busy machine lost one of the three; the next tier asks for 2.16 in six hours, and would go on when all is over.
 */
const PART = 0.6;

/** The minutes of an outage. */
export const OUTAGE_MINUTES = 3;

/** What one of them sets aside. */
export const SET_ASIDE = PART * EVENTS;

/** A minute in which the table refuses everything and no event is handled; those that were tried in vain are set aside. */
export const outage = (setAside: number): Minute => ({
  ...healthy,
  queueDeleted: 0,
  deadLetters: setAside,
  functionErrors: healthy.functionInvocations,
  functionThrottles: 1,
  tableRequests: 1,
  tableThrottles: EVENTS,
  tableErrors: 1,
  apiServerErrors: PART * EVENTS,
  targetSuccesses: (1 - PART) * EVENTS - 5,
  targetServerErrors: PART * EVENTS,
  edgeServerErrors: 100 * PART,
  edgeErrors: 100 * PART + 2,
});
