import { awsSignals, googleSignals } from "../../../model/signals";
import { placeOf, signalOf } from "../../resources";
import type { Slo } from "../slo";
import { notation, type Sample } from "./notation";
import type { Minute, Recorded } from "./timeline";

/** One series of a promtool test. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

/** How a cloud shows what happens: the exporters' series, and what the rules make of them. */
export interface World {
  readonly show: (minutes: readonly Minute[]) => InputSeries[];
  readonly recorded: (minutes: readonly Minute[]) => Recorded[];
}

export const input = (series: string, samples: readonly Sample[]): InputSeries => ({
  series,
  values: notation(samples),
});

/** Running totals. */
function cumulated(values: readonly number[]): number[] {
  let total = 0;
  return values.map((value) => (total += value));
}

export function worldOf(slo: Slo): World {
  if (slo.sli.slices) return freshnessWorld(slo);
  return slo.service.cloud === "aws" ? awsWorld(slo) : googleWorld(slo);
}

/** The depth is believed a minute late: the lower of two minutes counts. */
function awsWorld({ service }: Slo): World {
  const place = placeOf(service);
  return {
    show: (minutes) => {
      const depth = cumulated(minutes.map(({ bad }) => bad));
      const known = minutes.map(({ idle }, at) => (idle ? NaN : depth[at]));
      return [
        input(
          signalOf(awsSignals.queueDeleted, place),
          minutes.map(({ good }) => good),
        ),
        input(signalOf(awsSignals.deadLetters, place), known),
        input(
          signalOf(awsSignals.deadLettersInFlight, place),
          minutes.map(({ idle }) => (idle ? NaN : 0)),
        ),
      ];
    },
    recorded: (minutes) =>
      minutes.map(({ good }, at) => {
        const bad = minutes[at - 1]?.bad ?? 0;
        return { bad, total: good + bad };
      }),
  };
}

/** A counter's first value is a start, not an increase. */
function googleWorld({ service }: Slo): World {
  const place = placeOf(service);
  return {
    show: (minutes) => [
      input(
        signalOf(googleSignals.undelivered, place),
        minutes.map(() => 0),
      ),
      input(
        signalOf(googleSignals.pushRequests, place, { response_class: "ack" }),
        cumulated(minutes.map(({ good }) => good)),
      ),
      input(signalOf(googleSignals.deadLettered, place), cumulated(minutes.map(({ bad }) => bad))),
    ],
    recorded: (minutes) =>
      minutes.map(({ good, bad }, at) =>
        at === 0 ? { bad: 0, total: 0 } : { bad, total: good + bad },
      ),
  };
}

/** A bad minute's oldest message is a second older than the threshold, a good one's exactly as old. */
function freshnessWorld({ service, objective }: Slo): World {
  const place = placeOf(service);
  const threshold = objective.sli === "freshness" ? objective.thresholdSeconds : 0;
  const isAws = service.cloud === "aws";
  const age = isAws ? awsSignals.queueAge : googleSignals.oldestUnacked;
  return {
    show: (minutes) => [
      input(
        signalOf(age, place),
        minutes.map(({ bad, idle }) => (idle ? NaN : threshold + bad)),
      ),
      ...(isAws
        ? []
        : [
            input(
              signalOf(googleSignals.undelivered, place),
              minutes.map(() => 0),
            ),
          ]),
    ],
    recorded: (minutes) =>
      minutes.map(({ bad, idle }) => (idle ? { bad: 0, total: 0 } : { bad, total: 1 })),
  };
}
