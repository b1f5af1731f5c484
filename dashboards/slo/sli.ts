import { series } from "../../model/names";
import type { ApplicationSignal, Signal } from "../../model/signal";
import type { Promql, Selector } from "../promql";
import { labelsOf, signalOf, type ServicePlace } from "../resources";

/** A series that a rule records. */
export interface Recording {
  readonly record: string;
  readonly expr: Promql;
  /** Why it counts what it counts; becomes a comment in the rule file. */
  readonly comment: string;
}

/** What an SLO counts, minute by minute: its records end with `series.bad` and `series.total`. */
export interface Sli {
  readonly job: Signal["job"] | ApplicationSignal["job"];
  readonly recordings: readonly Recording[];
  /** There whenever the exporter works, busy or idle: its absence is what the absent alert sees. */
  readonly presence: Presence;
  /** What bad ones do, after "1% of events": "were set aside". */
  readonly badOnes: string;
  /** What good and bad ones are, where they are not minutes. */
  readonly things: "events" | "requests";
  /** Whether the unit is a minute. */
  readonly slices: boolean;
  /** Whether every minute with data is judged, so that no window has a total of 0, or one without the bad ones. */
  readonly judgesAll: boolean;
  /** What it means to users when too many are bad. */
  readonly impact: string;
  /** Whether the runbook's relief helps: events given back from the dead-letter queue, more instances for requests. */
  readonly relieved: boolean;
}

/** A series, and the labels by which it is found; an alert on its absence has those. */
export interface Presence {
  readonly selector: Selector;
  readonly labels: Readonly<Record<string, string>>;
}

/** @param store - which of the service's stores emits it */
export const presenceOf = (signal: Signal, place: ServicePlace, store = ""): Presence => ({
  selector: signalOf(signal, place, { store }),
  labels: labelsOf(signal, place, store),
});

/** What is counted, as people say it. */
export const unitOf = ({ slices, things }: Pick<Sli, "slices" | "things">) =>
  slices ? "minutes" : things;

/** Selects one of the SLO's own records. */
export type RecordSelector = (name: string) => Selector;

/** The records under which an indicator counts events. */
export interface EventRecords {
  readonly bad: string;
  readonly total: string;
}

/** Where events are what the budget is made of. */
export const COUNTED: EventRecords = { bad: series.bad, total: series.total };

/** Where minutes are judged by them. */
export const SLICED: EventRecords = { bad: series.badEvents, total: series.totalEvents };
