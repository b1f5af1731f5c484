import type { SettledFreshness } from "../../../../model/indicators/freshness";
import { isInference, type Service } from "../../../../model/service";
import { awsSignals, googleSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { input, judged, type World } from "./world";

export function ageOf(service: Service) {
  if (isInference(service)) return awsSignals.backlogAge;
  return service.cloud === "aws" ? awsSignals.queueAge : googleSignals.oldestUnacked;
}

/** A bad minute's oldest message is a second older than the threshold, a good one's exactly as old. */
export function freshnessWorld(service: Service, { thresholdSeconds }: SettledFreshness): World {
  const place = placeOf(service);
  const isAws = service.cloud === "aws";
  const age = ageOf(service);
  return {
    show: (minutes) => [
      input(
        signalOf(age, place),
        minutes.map(({ bad, idle }) => (idle ? NaN : thresholdSeconds + bad)),
      ),
      ...(isInference(service)
        ? [
            input(
              signalOf(awsSignals.backlogSize, place),
              minutes.map(() => 0),
            ),
          ]
        : []),
      ...(isAws
        ? []
        : [
            input(
              signalOf(googleSignals.undelivered, place),
              minutes.map(() => 0),
            ),
          ]),
    ],
    recorded: judged,
  };
}
