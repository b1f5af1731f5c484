import type { SettledThroughput } from "../../../../model/indicators/throughput";
import type { Service } from "../../../../model/service";
import { awsSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { input, judged, type InputSeries, type World } from "./world";

/** What fails, fails in the function: the API answers it 200 with errors, and counts no error of its own. */
export function graphqlAvailabilityWorld(service: Service): World {
  return {
    show: (minutes) =>
      shownOf(
        service,
        minutes.map(({ good, bad }) => good + bad),
        minutes.map(({ bad }) => bad),
      ),
    recorded: (minutes) => minutes.map(({ good, bad }) => ({ bad, total: good + bad })),
  };
}

/** As many requests come as are promised; in a bad minute one of them fails. */
export function graphqlThroughputWorld(service: Service, { perMinute }: SettledThroughput): World {
  return {
    show: (minutes) =>
      shownOf(
        service,
        minutes.map(({ idle }) => (idle ? 0 : perMinute)),
        minutes.map(({ bad }) => bad),
      ),
    recorded: judged,
  };
}

function shownOf(
  service: Service,
  requests: readonly number[],
  failures: readonly number[],
): InputSeries[] {
  const place = placeOf(service);
  return [
    input(signalOf(awsSignals.graphqlRequests, place), requests),
    input(signalOf(awsSignals.functionErrors, place), failures),
  ];
}
