import { ofRecord } from "../../promql";
import { recordingRules } from "../recording";
import type { Slo } from "../slo";
import { repeat } from "./timeline";
import { input, worldOf, type InputSeries } from "./worlds";

/** A service and a job that share the Prometheus and whose every event fails, minute by minute. */
export function neighbouringSignals(slo: Slo, minutes: number): InputSeries[] {
  const failing = repeat(minutes, { good: 0, bad: 1 });
  const other = { ...slo, service: { ...slo.service, name: "other" } };
  const job = `job="${slo.sli.job}"`;
  return [
    ...worldOf(other).show(failing),
    ...worldOf(slo)
      .show(failing)
      .map((shown) => ({ ...shown, series: shown.series.replace(job, 'job="other"') })),
  ];
}

/** What rules have recorded of other SLOs, and of this one elsewhere: nothing but errors. */
export const neighbouringRecords = (slo: Slo, minutes: number): InputSeries[] =>
  (["sloth_id", "environment", "cell"] as const).flatMap((label) =>
    recordingRules(slo).map(({ record, labels }) =>
      input(ofRecord(record, { ...labels, [label]: "other" }), Array<number>(minutes).fill(1)),
    ),
  );
