import { stringify } from "yaml";
import { ruleGroup } from "../../dashboards/slo/rule_file";
import type { Slo } from "../../dashboards/slo/slo";
import { hourlyCases } from "../../dashboards/slo/tests/hourly";
import type { TestCase } from "../../dashboards/slo/tests/test_case";
import { testCases } from "../../dashboards/slo/tests/test_file";
import { toolPath } from "../../tools/find";
import { run, type Outdir } from "./outdir";

/** Runs some of an SLO's tests beside its group alone: promtool evaluates all that it loads. */
export async function prove(
  out: Outdir,
  folder: string,
  slo: Slo,
  claims: RegExp,
  least = claims.source.split("|").length,
): Promise<void> {
  const tests = testCases(slo).filter(({ name }) => claims.test(name));
  expect(tests.length).toBeGreaterThanOrEqual(least);
  await proveCases(out, folder, slo, tests, "1m");
}

/** The same of those that take days, in which the rules are evaluated once an hour. */
export async function proveHourly(
  out: Outdir,
  folder: string,
  slo: Slo,
  claims: RegExp,
): Promise<void> {
  const tests = hourlyCases(slo).filter(({ name }) => claims.test(name));
  expect(tests).not.toEqual([]);
  await proveCases(out, folder, slo, tests, "1h");
}

async function proveCases(
  out: Outdir,
  folder: string,
  slo: Slo,
  tests: readonly TestCase[],
  evaluation_interval: "1m" | "1h",
): Promise<void> {
  const text = (value: unknown): string => stringify(value, { aliasDuplicateObjects: false });
  const rules = out.write(`${folder}/rules.yaml`, text({ groups: [ruleGroup(slo)] }));
  const file = out.write(
    `${folder}/tests.yaml`,
    text({ rule_files: ["rules.yaml"], evaluation_interval, tests }),
  );
  const promtool = toolPath("promtool");
  const checked = await run(promtool, ["check", "rules", "--lint=all", "--lint-fatal", rules]);
  expect(checked).toMatchObject({ exitCode: 0 });
  const { exitCode, output } = await run(promtool, ["test", "rules", file]);
  expect(exitCode === 0 ? "" : output).toBe("");
}
