import { awsSignals } from "./aws_signals";
import { googleSignals } from "./google_signals";
import type { Signal } from "./signal";

/**
 * The closed world of telemetry: a signal exists only if a resource of the stacks emits it and an
 * exporter's job in the same output scrapes it. Rules and panels are written over these and no others.
 */
export { awsSignals, googleSignals };

/** Every signal there is. */
export const allSignals: readonly Signal[] = [
  ...Object.values(awsSignals),
  ...Object.values(googleSignals),
];
