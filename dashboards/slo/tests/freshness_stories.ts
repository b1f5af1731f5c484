import type { Cloud } from "../../../model/declaration";
import { awsSignals, googleSignals } from "../../../model/signals";
import { shown, times, type Story } from "./lost_message";

/** What a queue shows of its oldest message, minute by minute. */
export function freshnessStories(cloud: Cloud): Story[] {
  const age = cloud === "aws" ? awsSignals.queueAge : googleSignals.oldestUnacked;
  return [
    {
      claim: "an empty queue, whose oldest message is 0 s old, is fresh",
      shows: [shown(age, times(30, 0))],
      lost: 0,
      total: 30,
    },
  ];
}
