import { googleSignals } from "../../../model/signals";
import { shown, times, type Shown, type Story } from "./lost_message";
import type { Sample } from "./notation";

const { undelivered, pushRequests, deadLettered } = googleSignals;

interface Shows {
  /** The exporter's counter of acknowledged pushes. */
  readonly acknowledged: readonly Sample[];
  /** Its counter of forwarded messages. */
  readonly forwarded: readonly Sample[];
  /** @default - whenever `acknowledged` is known */
  readonly exporter?: readonly Sample[];
}

function show({ acknowledged, forwarded, exporter }: Shows): Shown[] {
  const alive = acknowledged.map((sample) => (typeof sample === "number" ? 0 : sample));
  return [
    shown(undelivered, exporter ?? alive),
    shown(pushRequests, acknowledged, { response_class: "ack" }),
    shown(
      pushRequests,
      acknowledged.map((sample) => (typeof sample === "number" ? 9 * sample : sample)),
      { response_class: "remote_server_5xx" },
    ),
    shown(deadLettered, forwarded),
  ];
}

/** A counter that grows by one a minute from a start on. */
const counting = (count: number, from = 1): Sample[] =>
  Array.from({ length: count }, (_, minute) => from + minute);

/** What the exporter does with Pub/Sub's deltas. */
export const googleStories: readonly Story[] = [
  {
    claim: "pushes that fail and are tried again lose nothing",
    shows: show({ acknowledged: counting(30), forwarded: times(30, 0) }),
    lost: 0,
    total: 29,
  },
  {
    claim: "counters from before the rules were loaded are not counted",
    shows: show({ acknowledged: counting(30, 700), forwarded: times(30, 70) }),
    lost: 0,
    total: 29,
  },
  {
    claim: "the first dead letter, with which its counter begins, is counted",
    shows: show({
      acknowledged: [undefined, ...counting(29)],
      forwarded: [undefined, ...times(29, 1)],
      exporter: times(30, 0),
    }),
    lost: 1,
    total: 30,
  },
  {
    claim: "a counter that was forgotten while idle and begins again is counted again",
    shows: show({
      acknowledged: counting(60),
      forwarded: [
        ...times(10, undefined),
        ...times(30, 1),
        "stale",
        ...times(14, undefined),
        ...times(5, 1),
      ],
    }),
    lost: 2,
    total: 61,
  },
  {
    claim: "a lost scrape loses no count and makes none",
    shows: show({
      acknowledged: [...counting(20), "stale", undefined, undefined, ...counting(20, 24)],
      forwarded: [...times(20, 5), "stale", undefined, undefined, ...times(20, 8)],
    }),
    lost: 3,
    total: 45,
  },
  {
    claim: "an exporter that restarts begins its counters anew",
    shows: show({
      acknowledged: [...counting(30, 700), ...counting(30)],
      forwarded: [...times(30, 70), ...times(30, 2)],
    }),
    lost: 2,
    total: 61,
  },
  {
    claim: "an exporter that comes back after an hour brings no old losses",
    shows: show({
      acknowledged: [...counting(20), "stale", ...times(59, undefined), ...times(20, 500)],
      forwarded: [...times(20, 5), "stale", ...times(59, undefined), ...times(20, 9)],
    }),
    lost: 0,
    total: 19,
  },
];
