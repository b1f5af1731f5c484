import type { SettledReplication } from "../../../../model/indicators/replication";
import type { Service } from "../../../../model/service";
import { awsSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { input, judged, type World } from "./world";

const { replicationLatency, replicationFailures } = awsSignals;

/** In a bad minute the copy is a second more behind than the threshold, in a good one exactly as far; nothing fails. */
export function replicationWorld(
  service: Service,
  { store, thresholdSeconds }: SettledReplication,
): World {
  const place = placeOf(service);
  return {
    show: (minutes) => [
      input(
        signalOf(replicationLatency, place, { store }),
        minutes.map(({ bad, idle }) => (idle ? NaN : thresholdSeconds + bad)),
      ),
      input(
        signalOf(replicationFailures, place, { store }),
        minutes.map(() => 0),
      ),
    ],
    recorded: judged,
  };
}
