import { series } from "../../../model/names";
import type { Signal } from "../../../model/signal";
import { join, max, type Promql } from "../../promql";
import { signalOf, type ServicePlace } from "../../resources";
import type { Recording } from "../sli";

/** The highest of a gauge; a comparison drops NaN, which is what YACE exports for a minute without data. */
export const knownLevel = (signal: Signal, place: ServicePlace): Promql =>
  max(join(signalOf(signal, place), ">=", "0"));

/** Every minute of which something is known. */
export const knownMinutes = (level: Promql): Recording => ({
  record: series.total,
  expr: join(level, ">= bool", "0"),
  comment: "1 in a minute with data: a minute of which nothing is known is not judged.",
});
