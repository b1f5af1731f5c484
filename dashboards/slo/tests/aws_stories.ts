import { awsSignals } from "../../../model/signals";
import { shown, times, type Shown, type Story } from "./lost_message";
import type { Sample } from "./notation";

const { queueDeleted, deadLetters, deadLettersInFlight } = awsSignals;

interface Shows {
  /** Messages deleted from the event queue, each minute. */
  readonly handled: readonly Sample[];
  readonly waiting: readonly Sample[];
  /** @default - none in flight for as long as `waiting` is known */
  readonly beingRead?: readonly Sample[];
}

function show({ handled, waiting, beingRead }: Shows): Shown[] {
  const none = waiting.map((sample) => (Number.isFinite(sample) ? 0 : sample));
  return [
    shown(queueDeleted, handled),
    shown(deadLetters, waiting),
    shown(deadLettersInFlight, beingRead ?? none),
  ];
}

/** What SQS does with single messages. */
export const awsStories: readonly Story[] = [
  {
    claim: "a batch of which one part fails loses that part, though no invocation failed",
    shows: show({ handled: times(30, 90), waiting: [...times(10, 0), 10, 20, ...times(18, 30)] }),
    lost: 30,
    total: 2_730,
  },
  {
    claim: "dead letters from before the rules were loaded are not counted",
    shows: show({ handled: times(30, 1), waiting: times(30, 7) }),
    lost: 0,
    total: 30,
  },
  {
    claim: "the first dead letter of a queue that SQS never spoke of is counted",
    shows: show({
      handled: [...times(9, undefined), 0, ...times(20, 1)],
      waiting: [...times(10, undefined), ...times(20, 1)],
    }),
    lost: 1,
    total: 21,
  },
  {
    claim: "a redrive that succeeds loses nothing, and one that fails loses its messages again",
    shows: show({
      handled: [...times(20, 0), ...times(10, 1), ...times(30, 0)],
      waiting: [...times(20, 10), 5, ...times(19, 0), ...times(20, 4)],
    }),
    lost: 4,
    total: 14,
  },
  {
    claim: "a drain gives no events back",
    shows: show({ handled: times(60, 1), waiting: [0, 0, ...times(28, 6), ...times(30, 0)] }),
    lost: 6,
    total: 66,
  },
  {
    claim: "reading a dead letter loses nothing, even in a minute that shows it twice",
    shows: show({
      handled: times(30, 1),
      waiting: [...times(11, 3), ...times(9, 0), ...times(10, 3)],
      beingRead: [...times(10, 0), ...times(11, 3), ...times(9, 0)],
    }),
    lost: 0,
    total: 30,
  },
  {
    claim: "a lost scrape loses no count and makes none",
    shows: show({
      handled: [...times(20, 1), "stale", ...times(4, undefined), ...times(20, 1)],
      waiting: [...times(20, 5), "stale", ...times(4, undefined), ...times(20, 8)],
    }),
    lost: 3,
    total: 43,
  },
  {
    claim: "a dead-letter queue that was silent for hours still holds its messages",
    shows: show({
      handled: times(200, 0),
      waiting: [...times(60, 5), ...times(120, NaN), ...times(20, 6)],
    }),
    lost: 1,
    total: 1,
  },
];
