import type { Service } from "../../../../model/service";
import { awsSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { input, type World } from "./world";

/** Every event starts an execution, which ends in its minute; none is set aside. */
export function workflowSuccessWorld(service: Service): World {
  const place = placeOf(service);
  const { executionsStarted, executionsSucceeded, executionsFailed } = awsSignals;
  return {
    show: (minutes) => [
      input(
        signalOf(executionsStarted, place),
        minutes.map(({ good, bad }) => good + bad),
      ),
      input(
        signalOf(executionsSucceeded, place),
        minutes.map(({ good }) => good),
      ),
      input(
        signalOf(executionsFailed, place),
        minutes.map(({ bad }) => bad),
      ),
    ],
    recorded: (minutes) => minutes.map(({ good, bad }) => ({ bad, total: good + bad })),
  };
}
