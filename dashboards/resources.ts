import { awsNames, googleNames, type Place } from "../model/names";
import { ownerLabels } from "../model/application_signals";
import type { ApplicationSignal, ResourceKind, SelfSignal, Signal } from "../model/signal";
import type { Service } from "../model/service";
import { ofSignal, type Matchers, type Selector } from "./promql";

/** The physical name of what emits; a service has several stores, so tables and databases need one named. */
function resourceName(kind: ResourceKind, place: Place, store: string): string {
  const aws = awsNames(place);
  const google = googleNames(place);
  const names: Record<ResourceKind, string> = {
    queue: aws.queue,
    deadLetterQueue: aws.deadLetterQueue,
    function: aws.processor.function,
    functionLog: aws.processor.initDuration,
    table: aws.table(store),
    subscription: google.subscription,
    deadLetterSubscription: google.deadLetterSubscription,
    cloudRunRevision: google.processor,
    firestoreDatabase: google.database(store),
  };
  return names[kind];
}

/** The label that names the resource of one service. */
export const resourceLabels = (
  signal: Signal,
  place: Place,
  store = "",
): Record<string, string> => ({
  [signal.label]: resourceName(signal.resource, place, store),
});

/** The labels by which whatever a service's own code measures is found. */
const applicationLabels = ({ environment, cell, name }: Place): Record<string, string> => ({
  [ownerLabels.service]: name,
  [ownerLabels.environment]: environment,
  [ownerLabels.cell]: cell,
});

/** What can be selected for one service; what programs say of themselves is of all of them. */
export type PlacedSignal = Signal | ApplicationSignal | SelfSignal;

/** The labels by which a signal of one service is found. */
export function labelsOf(signal: PlacedSignal, place: Place, store = ""): Record<string, string> {
  const { job } = signal;
  if ("resource" in signal) return { job, ...resourceLabels(signal, place, store) };
  return "metric" in signal ? { job, ...applicationLabels(place) } : { job };
}

/** A signal's series of one service; `store` says which of its stores is meant. */
export function signalOf(
  signal: PlacedSignal,
  place: Place,
  { store, ...matchers }: Matchers & { readonly store?: string } = {},
): Selector {
  return ofSignal(signal, { ...labelsOf(signal, place, store), ...matchers });
}

export const placeOf = (service: Service): Place => ({
  environment: service.environment,
  cell: service.cell,
  name: service.name,
});
