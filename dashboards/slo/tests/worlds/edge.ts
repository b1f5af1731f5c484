import type { Service } from "../../../../model/service";
import type { CloudWatchSignal } from "../../../../model/signal";
import { awsSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import type { Minute } from "../timeline";
import { input, type World } from "./world";

const { edgeRequests, edgeServerErrors, edgeErrors, cacheHitRate } = awsSignals;

/** CloudFront counts requests, and says of them in percent which failed; in an idle minute it says nothing in percent. */
export const edgeAvailabilityWorld = (service: Service): World =>
  edgeWorld(service, [[edgeServerErrors, ({ good, bad }) => percent(bad, good + bad)]]);

/** None fails; a cache answers the good ones. */
export const cacheHitWorld = (service: Service): World =>
  edgeWorld(service, [
    [edgeErrors, ({ good, bad }) => percent(0, good + bad)],
    [cacheHitRate, ({ good, bad }) => percent(good, good + bad)],
  ]);

type Percentage = readonly [CloudWatchSignal, (minute: Minute) => number];

function edgeWorld(service: Service, percentages: readonly Percentage[]): World {
  const place = placeOf(service);
  return {
    show: (minutes) => [
      input(
        signalOf(edgeRequests, place),
        minutes.map(({ good, bad }) => good + bad),
      ),
      ...percentages.map(([signal, of]) => input(signalOf(signal, place), minutes.map(of))),
    ],
    recorded: (minutes) => minutes.map(({ good, bad }) => ({ bad, total: good + bad })),
  };
}

const percent = (part: number, whole: number): number => (100 * part) / whole;
