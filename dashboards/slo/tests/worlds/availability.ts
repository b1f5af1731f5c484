import type { Service } from "../../../../model/service";
import { awsSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { input, type World } from "./world";

/** The API counts all requests and those answered with 5xx; in an idle minute YACE exports 0 of each. */
export function apiAvailabilityWorld(service: Service): World {
  const place = placeOf(service);
  return {
    show: (minutes) => [
      input(
        signalOf(awsSignals.apiRequests, place),
        minutes.map(({ good, bad }) => good + bad),
      ),
      input(
        signalOf(awsSignals.apiServerErrors, place),
        minutes.map(({ bad }) => bad),
      ),
    ],
    recorded: (minutes) => minutes.map(({ good, bad }) => ({ bad, total: good + bad })),
  };
}
