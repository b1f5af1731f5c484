import type { SettledLatency } from "../../../model/indicators/latency";
import { googleSignals } from "../../../model/signals";
import { leOf } from "../indicators/latency";
import { shown, times, type Story } from "./lost_message";
import type { Sample } from "./notation";

const counting = (step: number): Sample[] => Array.from({ length: 30 }, (_, at) => step * (at + 1));

/** What Cloud Run's buckets can do to a count. */
export function googleLatencyStories({ boundMilliseconds, sliceTarget }: SettledLatency): Story[] {
  const bucket = (le: number | "+Inf", samples: readonly Sample[]) =>
    shown(googleSignals.latency, samples, { le: le === "+Inf" ? le : leOf(le) });
  const alive = shown(googleSignals.undelivered, times(30, 0));
  const faster = bucket(boundMilliseconds / 1.1, counting(60));
  return [
    {
      claim: "calls without a bucket of the bound are not judged: Google has other bounds now",
      shows: [alive, faster, bucket("+Inf", counting(100))],
      lost: sliceTarget === undefined ? 0 : undefined,
      total: sliceTarget === undefined ? 0 : undefined,
    },
    {
      claim: "calls are counted by the bound's bucket and by no other",
      shows: [
        alive,
        faster,
        bucket(boundMilliseconds, counting(100)),
        bucket("+Inf", counting(100)),
      ],
      lost: 0,
      total: sliceTarget === undefined ? 2_900 : 29,
    },
  ];
}
