import type { SettledLatency } from "../../../model/indicators/latency";
import {
  isGraphql,
  isInference,
  isRequestDriven,
  isWorkflow,
  mayBeBalanced,
  type Service,
} from "../../../model/service";
import type { CloudWatchSignal } from "../../../model/signal";
import {
  apiLatencyAt,
  awsSignals,
  durationAt,
  executionTimeAt,
  graphqlLatencyAt,
  modelLatencyAt,
  targetResponseAt,
} from "../../../model/signals";
import type { Sli } from "../sli";

/** What CloudWatch times of a service. */
export interface Timed extends Pick<Sli, "things" | "impact" | "relieved"> {
  /** Its percentile of a minute. */
  readonly at: (percentile: number) => CloudWatchSignal;
  /** There whenever the exporter works, busy or idle. */
  readonly presence: CloudWatchSignal;
  /** What each time is of. */
  readonly called: "batches" | "executions" | "requests";
}

export const EVENTS_ARE_LATE =
  "Events are handled, each more slowly than promised. A backlog grows where they come faster than that.";

const BATCHES: Timed = {
  at: durationAt,
  presence: awsSignals.functionInvocations,
  things: "events",
  called: "batches",
  impact: EVENTS_ARE_LATE,
  relieved: false,
};

const REQUESTS: Timed = {
  at: apiLatencyAt,
  presence: awsSignals.apiRequests,
  things: "requests",
  called: "requests",
  impact: "Callers wait longer than promised; those who give up and ask again make more of it.",
  relieved: true,
};

/** A request that no task or machine answered has no time: it fails, and is not late. */
const BALANCED: Timed = {
  ...REQUESTS,
  at: targetResponseAt,
  presence: awsSignals.targetRequests,
};

const GRAPHQL: Timed = {
  ...REQUESTS,
  at: graphqlLatencyAt,
  presence: awsSignals.graphqlRequests,
};

/** What SageMaker adds is not the model's. */
const INFERENCE: Timed = {
  ...REQUESTS,
  at: modelLatencyAt,
  presence: awsSignals.inferenceRequests,
};

/** From the start of an execution to its end, its retries and waits among it. */
const EXECUTIONS: Timed = {
  at: executionTimeAt,
  presence: awsSignals.executionsStarted,
  things: "events",
  called: "executions",
  impact: "What an event starts is done, and later than promised.",
  relieved: false,
};

/** Requests are timed at the API, where their callers wait, or at the load balancer; batches at the processor. */
export function timedOf(service: Service): Timed {
  if (isRequestDriven(service)) return REQUESTS;
  if (isGraphql(service)) return GRAPHQL;
  if (isWorkflow(service)) return EXECUTIONS;
  if (isInference(service)) return INFERENCE;
  return mayBeBalanced(service) ? BALANCED : BATCHES;
}

/** The percentile by which a minute is slow. */
export const percentileOf = ({ sliceTarget }: SettledLatency): number =>
  sliceTarget?.toNumber() ?? 99;
