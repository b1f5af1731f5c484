import { applicationCounter, collectorUp } from "../../../model/application_signals";
import type { SettledBusiness } from "../../../model/indicators/business";
import type { Matchers } from "../../promql";
import { shown, times, type Shown, type Story } from "./lost_message";
import type { Sample } from "./notation";
import { outcomeLabels } from "./worlds/business";

/** A counter that grows by one a minute from a start on. */
const counting = (count: number, from = 1): Sample[] =>
  Array.from({ length: count }, (_, minute) => from + minute);

/** Minutes of which Prometheus hears nothing, from the first on. */
const gone = (count: number): Sample[] => ["stale", ...times(count - 1, undefined)];

/** What becomes of counters whose processes come and go, and whose collector does. */
export function businessStories(objective: SettledBusiness): Story[] {
  const shows = showsOf(objective);
  return [...storiesOfProcesses(shows), ...storiesOfGaps(shows)];
}

type Show = (samples: readonly Sample[], process?: string) => Shown;

interface Shows {
  readonly up: Show;
  /** What a process counts as good, and what it does not. */
  readonly accepted: Show;
  readonly failed: Show;
}

function showsOf(objective: SettledBusiness): Shows {
  const counter = applicationCounter(objective.metric);
  const { good, bad } = outcomeLabels(objective);
  const of =
    (labels: Matchers): Show =>
    (samples, process = "one") =>
      shown(counter, samples, { ...labels, exported_instance: process });
  return { up: (samples) => shown(collectorUp, samples), accepted: of(good), failed: of(bad) };
}

const storiesOfProcesses = ({ up, accepted, failed }: Shows): Story[] => [
  {
    claim: "counters from before the rules were loaded are not counted",
    shows: [up(times(30, 1)), accepted(counting(30, 700)), failed(times(30, 70))],
    lost: 0,
    total: 29,
  },
  {
    claim: "the first failure, with which its counter begins, is counted",
    shows: [
      up(times(60, 1)),
      accepted(counting(60)),
      failed([...times(40, undefined), ...times(20, 1)]),
    ],
    lost: 1,
    total: 60,
  },
  {
    claim: "a process that follows another one counts from its first outcome on",
    shows: [
      up(times(60, 1)),
      accepted([...counting(30, 700), ...gone(30)]),
      accepted([...times(30, undefined), ...counting(30)], "two"),
      failed([...times(30, undefined), ...times(30, 1)], "two"),
    ],
    lost: 1,
    total: 60,
  },
  {
    claim: "a process that begins anew under its old name counts from nothing",
    shows: [
      up(times(60, 1)),
      accepted([...counting(30, 700), ...counting(30)]),
      failed([...times(30, 70), ...times(30, 1)]),
    ],
    lost: 1,
    total: 60,
  },
];

const storiesOfGaps = ({ up, accepted, failed }: Shows): Story[] => [
  {
    claim: "what a process counts while the collector does not hear it for half an hour is counted",
    shows: [
      up(times(90, 1)),
      accepted([...counting(30), ...gone(30), ...counting(30, 61)]),
      failed([...times(30, 5), ...gone(30), ...times(30, 6)]),
    ],
    lost: 1,
    total: 90,
  },
  {
    claim:
      "a collector that is away for two hours brings nothing old when it hears the processes again",
    shows: [
      up([...times(30, 1), ...times(120, 0), ...times(30, 1)]),
      accepted([...counting(30), ...gone(123), ...counting(27, 154)]),
      failed([...times(30, 5), ...gone(123), ...times(27, 9)]),
    ],
    lost: 0,
    total: 55,
  },
];
