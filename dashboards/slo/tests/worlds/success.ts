import type { Service } from "../../../../model/service";
import { awsSignals, googleSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { counted, cumulated, input, type World } from "./world";

/** The depth is believed a minute late: the lower of two minutes counts. */
export function awsSuccessWorld(service: Service): World {
  const place = placeOf(service);
  return {
    show: (minutes) => {
      const depth = cumulated(minutes.map(({ bad }) => bad));
      const known = minutes.map(({ idle }, at) => (idle ? NaN : depth[at]));
      return [
        input(
          signalOf(awsSignals.queueDeleted, place),
          minutes.map(({ good }) => good),
        ),
        input(signalOf(awsSignals.deadLetters, place), known),
        input(
          signalOf(awsSignals.deadLettersInFlight, place),
          minutes.map(({ idle }) => (idle ? NaN : 0)),
        ),
      ];
    },
    recorded: (minutes) =>
      minutes.map(({ good }, at) => {
        const bad = minutes[at - 1]?.bad ?? 0;
        return { bad, total: good + bad };
      }),
  };
}

export function googleSuccessWorld(service: Service): World {
  const place = placeOf(service);
  return {
    show: (minutes) => [
      input(
        signalOf(googleSignals.undelivered, place),
        minutes.map(() => 0),
      ),
      input(
        signalOf(googleSignals.pushRequests, place, { response_class: "ack" }),
        cumulated(minutes.map(({ good }) => good)),
      ),
      input(signalOf(googleSignals.deadLettered, place), cumulated(minutes.map(({ bad }) => bad))),
    ],
    recorded: counted,
  };
}
