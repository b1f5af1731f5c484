import type { Signal } from "../../model/signal";
import type { Promql, Selector } from "../promql";

/** A series that a rule records. */
export interface Recording {
  readonly record: string;
  readonly expr: Promql;
  /** Why it counts what it counts; becomes a comment in the rule file. */
  readonly comment: string;
}

/** What an SLO counts, minute by minute: its records end with `series.bad` and `series.total`. */
export interface Sli {
  readonly job: Signal["job"];
  readonly recordings: readonly Recording[];
  /** There whenever the exporter works, busy or idle: its absence is what the absent alert sees. */
  readonly presence: Signal;
  /** What bad ones do, after "1% of events": "were set aside". */
  readonly badOnes: string;
  /** Whether the unit is a minute rather than an event. */
  readonly slices: boolean;
}

/** What is counted, as people say it. */
export const unitOf = ({ slices }: Pick<Sli, "slices">) => (slices ? "minutes" : "events");

/** Selects one of the SLO's own records. */
export type RecordSelector = (name: string) => Selector;
