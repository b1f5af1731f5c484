import type { Outcome } from "./outcome";

/** The namespace of the functions' own metrics in CloudWatch. */
export const NAMESPACE = "Plinth/Functions";

/** Counts of deliveries, under the names they are published by. */
export interface Counts {
  /** Events written for the first time. */
  EventsProcessed: number;
  /** Deliveries of an event that was handled before. */
  EventsDuplicate: number;
  /** Deliveries that failed, whether or not they will be tried again. */
  EventsFailed: number;
  /** Those of `EventsFailed` that were the last attempt: the message is now a dead letter. */
  EventsSetAside: number;
}

/**
 * Counts outcomes. Every name is always there, zero or not: a rate over a series that appears
 * only with the first failure would miss that failure.
 */
export function count(outcomes: readonly Outcome[]): Counts {
  const having = (test: (outcome: Outcome) => boolean) => outcomes.filter(test).length;
  return {
    EventsProcessed: having(({ status }) => status === "processed"),
    EventsDuplicate: having(({ status }) => status === "duplicate"),
    EventsFailed: having(({ status }) => status === "failed"),
    EventsSetAside: having((outcome) => outcome.status === "failed" && outcome.setAside),
  };
}
