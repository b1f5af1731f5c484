import { renderObservability } from "../../dashboards";
import { toolPath } from "../../tools/find";
import { environmentOfIndicators, slosOfIndicators } from "./indicators";
import { Outdir, run } from "./outdir";
import { prove, proveHourly } from "./prove";

const out = new Outdir();

// An SLO's tests take promtool 10 s of one processor.
jest.setTimeout(300_000);

afterAll(() => out.remove());

const ENVIRONMENTS = ["dev", "dev-gcp"] as const;

/** What hangs on what is counted. The slow tiers and their guards do not: they are proved for each window. */
const OF_INDICATORS =
  /a total outage|a lone error|begins has no errors|fires fast after|promised|is asked|a quiet night|the neighbours|an exporter that|bound's|bounds now|no backlog|counts from|are not counted|is counted|is no failure|counted as lost|turned away|nothing old/;

const cases = ENVIRONMENTS.flatMap((name) =>
  slosOfIndicators(name).map((slo) => [name, slo.id, slo] as const),
);

test.each(cases)("promtool proves %s's %s", async (name, id, slo) => {
  await prove(out, `${name}-${id}`, slo, OF_INDICATORS, 6);
});

test("promtool proves how long a service may be quiet before that is a ticket", async () => {
  const slo = slosOfIndicators("dev").find(({ objective }) => objective.sli === "business")!;
  await proveHourly(out, "quiet", slo, /silence/);
});

test.each(ENVIRONMENTS)("pint and oslo take every indicator of %s", async (name) => {
  const { files } = renderObservability(environmentOfIndicators(name));
  out.writeAll(name, new Map(files.map(({ path, text }) => [path, text])));
  const at = (file: string): string => `${out.path}/${name}/${file}`;
  const config = ["--offline", "--no-color", "--config", at("prometheus/pint.hcl")];
  const lint = ["lint", "--fail-on=info", "--min-severity=info", at("prometheus/rules")];
  expect(await run(toolPath("pint"), [...config, ...lint])).toMatchObject({ exitCode: 0 });
  for (const document of files.filter(({ path }) => path.startsWith("openslo/"))) {
    const openSlo = ["validate", "-f", at(document.path)];
    expect(await run(toolPath("oslo"), openSlo)).toMatchObject({ exitCode: 0 });
  }
});
