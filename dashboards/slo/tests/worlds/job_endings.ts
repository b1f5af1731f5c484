import type { Service } from "../../../../model/service";
import { logSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { input, type World } from "./world";

/** Each job ends in its minute. */
export function jobSuccessWorld(service: Service): World {
  const place = placeOf(service);
  return {
    show: (minutes) => [
      input(
        signalOf(logSignals.jobsSucceeded, place),
        minutes.map(({ good }) => good),
      ),
      input(
        signalOf(logSignals.jobsFailed, place),
        minutes.map(({ bad }) => bad),
      ),
    ],
    recorded: (minutes) => minutes.map(({ good, bad }) => ({ bad, total: good + bad })),
  };
}
