import type { SettledLatency } from "../../../../model/indicators/latency";
import type { Service } from "../../../../model/service";
import { inUnitOf } from "../../../../model/signal";
import { googleSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { leOf } from "../../indicators/latency";
import { percentileOf, timedOf } from "../../indicators/timed";
import { counted, cumulated, input, judged, type World } from "./world";

/** A bad minute's percentile is a millisecond over the threshold, a good one's exactly there. */
export function awsLatencyWorld(service: Service, objective: SettledLatency): World {
  const place = placeOf(service);
  const { boundMilliseconds } = objective;
  const { at, presence } = timedOf(service);
  const timed = at(percentileOf(objective));
  return {
    show: (minutes) => [
      input(
        signalOf(timed, place),
        minutes.map(({ bad, idle }) => (idle ? NaN : inUnitOf(timed, boundMilliseconds + bad))),
      ),
      input(
        signalOf(presence, place),
        minutes.map(({ idle }) => (idle ? 0 : 1)),
      ),
    ],
    recorded: judged,
  };
}

/** Fast calls end in the bucket of the bound and all above it, slow ones only in that of all. */
export function googleLatencyWorld(service: Service, objective: SettledLatency): World {
  const place = placeOf(service);
  const bucket = (le: string) => signalOf(googleSignals.latency, place, { le });
  return {
    show: (minutes) => [
      input(
        signalOf(googleSignals.undelivered, place),
        minutes.map(() => 0),
      ),
      input(bucket(leOf(objective.boundMilliseconds)), cumulated(minutes.map(({ good }) => good))),
      input(bucket("+Inf"), cumulated(minutes.map(({ good, bad }) => good + bad))),
    ],
    recorded: counted,
  };
}
