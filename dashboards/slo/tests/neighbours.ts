import type { Place } from "../../../model/names";
import { ofRecord } from "../../promql";
import { recordingRules } from "../recording";
import type { Slo } from "../slo";
import { repeat } from "./timeline";
import { input, worldOf, type InputSeries } from "./worlds";

/** A resource's name holds its environment, cell and service; whose a counter is, three labels say. */
const elsewhere = ({ sli }: Slo): Partial<Place>[] => [
  { name: "other" },
  ...(sli.job === "otel-collector" ? [{ environment: "other" }, { cell: "other" }] : []),
];

/** Services and a job that share the Prometheus and whose every event fails, minute by minute. */
export function neighbouringSignals(slo: Slo, minutes: number): InputSeries[] {
  const failing = repeat(minutes, { good: 0, bad: 1 });
  const job = `job="${slo.sli.job}"`;
  const own = new Set(
    worldOf(slo)
      .show(failing)
      .map((shown) => shown.series),
  );
  return [
    // What services share, as the collector, is shown once.
    ...elsewhere(slo).flatMap((other) =>
      worldOf({ ...slo, service: { ...slo.service, ...other } })
        .show(failing)
        .filter((shown) => !own.has(shown.series)),
    ),
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
