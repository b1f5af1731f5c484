import type { Decimal } from "decimal.js";
import { series } from "../../../model/names";
import { group, join } from "../../promql";
import type { RecordSelector, Sli } from "../sli";

/** The share of a minute's events that may be bad, exact: 0.01 at 99%. */
export const allowedShare = (sliceTarget: Decimal): Decimal =>
  sliceTarget.minus(100).negated().dividedBy(100);

/**
 * Minutes with events, judged by them: bad is a minute in which less than the slice target of its events were good.
 *
 * @param counting - counts events as `SLICED` names them
 */
export function inSlices(counting: Sli, sliceTarget: Decimal, record: RecordSelector): Sli {
  const events = group(join(record(series.totalEvents), ">", "0"));
  const allowed = allowedShare(sliceTarget);
  const percent = allowed.times(100).toFixed();
  return {
    ...counting,
    slices: true,
    judgesAll: false,
    badOnes: `had more than ${percent}% of ${counting.things} that ${counting.badOnes}`,
    recordings: [
      ...counting.recordings,
      {
        record: series.bad,
        expr: join(join(record(series.badEvents), "/", events), "> bool", allowed.toFixed()),
        comment: `1 in a minute of whose ${counting.things} more than ${percent}% ${counting.badOnes}.`,
      },
      {
        record: series.total,
        expr: join(events, "> bool", "0"),
        comment: `1 in a minute with ${counting.things}: one without is not judged.`,
      },
    ],
  };
}
