import type { SettledThroughput } from "../../../../model/indicators/throughput";
import type { Service } from "../../../../model/service";
import { awsSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { input, judged, type World } from "./world";

/** As many requests come as are promised; in a bad minute one of them is answered with 5xx. */
export function apiThroughputWorld(service: Service, { perMinute }: SettledThroughput): World {
  const place = placeOf(service);
  return {
    show: (minutes) => [
      input(
        signalOf(awsSignals.apiRequests, place),
        minutes.map(({ idle }) => (idle ? 0 : perMinute)),
      ),
      input(
        signalOf(awsSignals.apiServerErrors, place),
        minutes.map(({ bad }) => bad),
      ),
    ],
    recorded: judged,
  };
}
