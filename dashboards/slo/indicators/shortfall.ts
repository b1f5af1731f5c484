import { join } from "../../promql";
import type { EventRecords, RecordSelector, Recording } from "../sli";

/** The records of all and of the good ones, and what the rules' comments say of the rest. */
interface Counted {
  readonly all: string;
  readonly good: string;
  readonly others: string;
  readonly known: string;
}

/** Bad are those that are not good; nothing is judged while the good ones are not known. */
export const shortfall = (
  record: RecordSelector,
  counts: EventRecords,
  { all, good, others, known }: Counted,
): Recording[] => [
  { record: counts.bad, expr: join(record(all), "-", record(good)), comment: others },
  { record: counts.total, expr: join(record(all), "and", record(good)), comment: known },
];
