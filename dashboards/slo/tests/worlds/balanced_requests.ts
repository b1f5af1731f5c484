import type { SettledThroughput } from "../../../../model/indicators/throughput";
import type { Service } from "../../../../model/service";
import { awsSignals } from "../../../../model/signals";
import { placeOf, signalOf } from "../../../resources";
import { input, judged, type InputSeries, type World } from "./world";

/** The balancer counts what it hands to a service's tasks, and what they answer; in an idle minute YACE exports 0 of each. */
export const balancedAvailabilityWorld = (service: Service): World => ({
  show: (minutes) =>
    answered(
      service,
      minutes.map(({ good }) => good),
      minutes.map(({ bad }) => bad),
    ),
  recorded: (minutes) => minutes.map(({ good, bad }) => ({ bad, total: good + bad })),
});

/** As many requests come as are promised; in a bad minute one of them is answered with 5xx. */
export const balancedThroughputWorld = (
  service: Service,
  { perMinute }: SettledThroughput,
): World => ({
  show: (minutes) =>
    answered(
      service,
      minutes.map(({ bad, idle }) => (idle ? 0 : perMinute - bad)),
      minutes.map(({ bad, idle }) => (idle ? 0 : bad)),
    ),
  recorded: judged,
});

function answered(
  service: Service,
  well: readonly number[],
  failed: readonly number[],
): InputSeries[] {
  const place = placeOf(service);
  const all = well.map((count, minute) => count + (failed[minute] ?? 0));
  return [
    input(signalOf(awsSignals.targetRequests, place), all),
    input(signalOf(awsSignals.targetSuccesses, place), well),
    input(signalOf(awsSignals.targetServerErrors, place), failed),
  ];
}
