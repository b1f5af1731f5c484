import { toolPath } from "../../../tools/find";
import { series } from "../../../model/names";
import type { Slo } from "../../../dashboards/slo/slo";
import { run, type Outdir } from "../outdir";
import { HURRY } from "./hurry";
import { EVENTS } from "./minutes";

const DAYS = 3;

/** Three clean days of every SLO, as many as its slowest alert looks back on, written into Prometheus's storage. */
export async function writeHistory(out: Outdir, slos: readonly Slo[]): Promise<string> {
  const storage = `${out.path}/prometheus`;
  const file = out.write("history.om", openMetrics(slos, Math.floor(Date.now() / 1_000)));
  const args = ["tsdb", "create-blocks-from", "openmetrics", file, storage];
  const { exitCode, output } = await run(toolPath("promtool"), args);
  if (exitCode !== 0) throw new Error(`promtool took no history: ${output}`);
  return storage;
}

/** OpenMetrics: everything of one series together, oldest first. */
const openMetrics = (slos: readonly Slo[], now: number): string =>
  [
    ...family(series.bad, slos, now, () => 0),
    ...family(series.total, slos, now, ({ sli }) => (sli.slices ? 1 : EVENTS)),
    "# EOF\n",
  ].join("\n");

const family = (
  name: string,
  slos: readonly Slo[],
  now: number,
  value: (slo: Slo) => number,
): string[] => [
  `# TYPE ${name} unknown`,
  ...slos.flatMap((slo) => minutes(now).map((at) => `${name}${labels(slo)} ${value(slo)} ${at}`)),
];

function minutes(now: number): number[] {
  const step = 60 / HURRY;
  const count = DAYS * 24 * 60;
  return Array.from({ length: count }, (_, index) => now - (count - index) * step);
}

const labels = ({ recordLabels }: Slo): string =>
  `{${Object.entries(recordLabels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(",")}}`;
