import type { SettledThroughput } from "../../../../model/indicators/throughput";
import type { Service } from "../../../../model/service";
import { awsSignals, googleSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import type { Minute, Recorded } from "../timeline";
import { cumulated, input, judged, type World } from "./world";

/** One event over what makes a backlog waits in every minute; in a bad one, an event too few is handled. */
export function throughputWorld(service: Service, { perMinute }: SettledThroughput): World {
  const place = placeOf(service);
  const handled = ({ bad, idle }: Minute): number => (idle ? 0 : perMinute - bad);
  if (service.cloud === "aws") {
    return {
      show: (minutes) => [
        input(
          signalOf(awsSignals.queueVisible, place),
          minutes.map(({ idle }) => (idle ? NaN : perMinute + 1)),
        ),
        input(signalOf(awsSignals.queueDeleted, place), minutes.map(handled)),
      ],
      recorded: judged,
    };
  }
  return {
    show: (minutes) => [
      input(
        signalOf(googleSignals.undelivered, place),
        minutes.map(({ idle }) => (idle ? 0 : perMinute + 1)),
      ),
      input(
        signalOf(googleSignals.pushRequests, place, { response_class: "ack" }),
        cumulated(minutes.map(handled)),
      ),
    ],
    recorded: judgedWithoutSilence,
  };
}

/** Pub/Sub says of an empty queue that it is empty; what its counter grew by is known from the second minute on. */
const judgedWithoutSilence = (minutes: readonly Minute[]): Recorded[] =>
  minutes.map(({ bad, idle }, at) => ({
    bad: at === 0 || idle || minutes[at - 1]?.idle ? 0 : bad,
    total: 1,
  }));
