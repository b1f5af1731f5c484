import type { Service } from "../../../../model/service";
import { awsSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { input, type World } from "./world";

/** What fails is answered with 5xx, which is counted as not answered with 2xx too. */
export function inferenceAvailabilityWorld(service: Service): World {
  const place = placeOf(service);
  const { inferenceRequests, inferenceFailures, modelServerErrors } = awsSignals;
  return {
    show: (minutes) => [
      input(
        signalOf(inferenceRequests, place),
        minutes.map(({ good, bad }) => good + bad),
      ),
      ...[inferenceFailures, modelServerErrors].map((signal) =>
        input(
          signalOf(signal, place),
          minutes.map(({ bad }) => bad),
        ),
      ),
    ],
    recorded: (minutes) => minutes.map(({ good, bad }) => ({ bad, total: good + bad })),
  };
}

/** Every question is taken in its minute and ends there; the backlog is known whenever the exporter works. */
export function inferenceSuccessWorld(service: Service): World {
  const place = placeOf(service);
  const { asyncProcessed, asyncFailures, backlogSize } = awsSignals;
  return {
    show: (minutes) => [
      input(
        signalOf(backlogSize, place),
        minutes.map(() => 0),
      ),
      input(
        signalOf(asyncProcessed, place),
        minutes.map(({ good, bad }) => good + bad),
      ),
      input(
        signalOf(asyncFailures, place),
        minutes.map(({ bad }) => bad),
      ),
    ],
    recorded: (minutes) => minutes.map(({ good, bad }) => ({ bad, total: good + bad })),
  };
}
