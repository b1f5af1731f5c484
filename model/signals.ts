import { apiLatencyAt } from "./api_signals";
import { awsSignals, durationAt } from "./aws_signals";
import { targetResponseAt } from "./balancer_signals";
import { googleSignals } from "./google_signals";
import { graphqlLatencyAt } from "./graphql_signals";
import { modelLatencyAt } from "./inference_signals";
import { logSignals } from "./log_signals";
import { selfSignals } from "./self_signals";
import type { SelfSignal, Signal } from "./signal";
import { executionTimeAt } from "./workflow_signals";

/**
 * The closed world of telemetry: a signal exists only if a resource of the stacks emits it and an
 * exporter's job in the same output scrapes it. Rules and panels are written over these and no others.
 */
export {
  apiLatencyAt,
  awsSignals,
  durationAt,
  executionTimeAt,
  googleSignals,
  graphqlLatencyAt,
  logSignals,
  modelLatencyAt,
  selfSignals,
  targetResponseAt,
};

/** Every signal there is. */
export const allSignals: readonly (Signal | SelfSignal)[] = [
  ...Object.values(awsSignals),
  ...Object.values(logSignals),
  ...Object.values(googleSignals),
  ...Object.values(selfSignals),
];
