import type { SettledThroughput } from "../../../model/indicators/throughput";
import { series } from "../../../model/names";
import { group, join, type Promql } from "../../promql";
import type { Recording, Sli } from "../sli";

/**
 * A minute is bad in which as many requests came as are promised and fewer were answered without a server error. One
 * in which fewer came is good: nobody asked for more.
 *
 * @param requests - of a minute with requests: nothing in one without
 * @param answered - those of them that were answered without a server error
 */
export const askedMinutes = (
  { perMinute }: SettledThroughput,
  requests: Promql,
  answered: Promql,
): Pick<Sli, "badOnes" | "impact"> & { readonly minutes: readonly Recording[] } => ({
  badOnes: `had at least ${perMinute} requests of which fewer were answered without a server error`,
  impact: "More is asked than is answered: callers get errors that less load would not bring.",
  minutes: [
    {
      record: series.bad,
      expr: join(
        group(join(requests, ">= bool", `${perMinute}`)),
        "*",
        group(join(answered, "< bool", `${perMinute}`)),
      ),
      comment: `1 in a minute with ${perMinute} requests or more, of which fewer were answered without 5xx.`,
    },
    {
      record: series.total,
      expr: join(requests, "> bool", "0"),
      comment: "1 in a minute with requests: one without is not judged.",
    },
  ],
});
