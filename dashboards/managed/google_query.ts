import type { BurnTier } from "../../model/burn";
import type { CloudMonitoringSignal } from "../../model/signal";
import { googleSignals } from "../../model/signals";
import {
  absent,
  allOf,
  constant,
  countOverMinutes,
  group,
  increase,
  join,
  max,
  ofCloudMonitoring,
  sum,
  sumOverMinutes,
  type Promql,
  type Selector,
} from "../promql";
import { placeOf, resourceLabels } from "../resources";
import { fewestBadEvents } from "../slo/guard";
import { thresholdOf, type Slo } from "../slo/slo";

/**
 * What the rules record, written into each alert: Cloud Monitoring keeps no records. Its metrics are counted where they
 * arise, so that none of what the exporter's counters need (first deltas, gaps) is needed here.
 */
interface Counts {
  readonly bad: (window: string) => Promql;
  readonly total: (window: string) => Promql;
}

/** Burns above a tier's factor in both of its windows, with as many bad ones as its guard asks for. */
export function burnQuery(slo: Slo, tier: BurnTier): Promql {
  const { bad, total } = countsOf(slo);
  const threshold = thresholdOf(slo, tier);
  const above = (window: string): Promql =>
    join(join(bad(window), "/", group(join(total(window), ">", "0"))), ">", threshold);
  return allOf(
    above(tier.shortWindow),
    above(tier.longWindow),
    join(bad(tier.longWindow), ">=", `${fewestBadEvents(slo, tier)}`),
  );
}

export const absentQuery = (slo: Slo): Promql => absent(metric(slo, googleSignals.undelivered));

function countsOf(slo: Slo): Counts {
  const { objective } = slo;
  if (objective.sli === "success") return success(slo);
  if (objective.sli === "freshness") return freshness(slo, objective.thresholdSeconds);
  throw new Error(`${slo.id}: Cloud Monitoring cannot judge ${objective.sli}`);
}

function success(slo: Slo): Counts {
  const counted = (of: Selector, window: string): Promql =>
    group(join(sum(increase(of, window)), "or", constant("0")));
  const bad = (window: string) => counted(metric(slo, googleSignals.deadLettered), window);
  const good = metric(slo, googleSignals.pushRequests, { response_class: "ack" });
  return {
    bad,
    total: (window) => group(join(counted(good, window), "+", bad(window))),
  };
}

function freshness(slo: Slo, thresholdSeconds: number): Counts {
  const age = max(metric(slo, googleSignals.oldestUnacked));
  return {
    bad: (window) => sumOverMinutes(join(age, "> bool", `${thresholdSeconds}`), window),
    total: (window) => countOverMinutes(age, window),
  };
}

/** A metric of one service, under the name that Cloud Monitoring's PromQL gives it. */
const metric = (
  { service }: Slo,
  signal: CloudMonitoringSignal,
  matchers: Readonly<Record<string, string>> = {},
): Selector =>
  ofCloudMonitoring(signal, { ...resourceLabels(signal, placeOf(service)), ...matchers });
