import type { Trace } from "../trace";
import { cumulated, type Series } from "./contender";

/** The counter that the first examples of Sloth and of Pyrra read: the others have none of Plinth's signals. */
export const REQUESTS = "http_requests_total";

/** The events of a trace in it. */
export const requestsOf = (job: string, { minutes }: Trace): Series[] => [
  {
    selector: `${REQUESTS}{job="${job}",code="200"}`,
    values: cumulated(minutes.map(({ good }) => good)),
  },
  {
    selector: `${REQUESTS}{job="${job}",code="500"}`,
    values: cumulated(minutes.map(({ bad }) => bad)),
  },
];
