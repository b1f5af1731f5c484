import type { Service } from "../../../model/service";
import { shown, times, type Story } from "./lost_message";
import { ageOf } from "./worlds/freshness";

/** What a queue shows of its oldest message, minute by minute. */
export function freshnessStories(service: Service): Story[] {
  const age = ageOf(service);
  return [
    {
      claim: "an empty queue, whose oldest message is 0 s old, is fresh",
      shows: [shown(age, times(30, 0))],
      lost: 0,
      total: 30,
    },
  ];
}
