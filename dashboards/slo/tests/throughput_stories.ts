import type { Cloud } from "../../../model/declaration";
import type { SettledThroughput } from "../../../model/indicators/throughput";
import { awsSignals, googleSignals } from "../../../model/signals";
import { shown, times, type Story } from "./lost_message";
import type { Sample } from "./notation";

/** When a queue is behind, and when it is only full for a moment. */
export function throughputStories(cloud: Cloud, { perMinute }: SettledThroughput): Story[] {
  const idleBut = (waiting: readonly Sample[]) =>
    cloud === "aws"
      ? [shown(awsSignals.queueVisible, waiting), shown(awsSignals.queueDeleted, times(30, 0))]
      : [
          shown(googleSignals.undelivered, waiting),
          shown(googleSignals.pushRequests, times(30, 7), { response_class: "ack" }),
        ];
  return [
    {
      claim: "as many waiting events as one minute handles are no backlog",
      shows: idleBut(times(30, perMinute)),
      lost: 0,
      total: 30,
    },
    {
      claim: "events that came within a minute are no backlog before it is over",
      shows: idleBut([...times(10, 0), perMinute + 1, ...times(19, 0)]),
      lost: 0,
      total: 30,
    },
  ];
}
