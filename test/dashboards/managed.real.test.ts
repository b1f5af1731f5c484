import { parse } from "yaml";
import { managedRules } from "../../dashboards/managed/amazon";
import { settle } from "../../model/settle";
import { toolPath } from "../../tools/find";
import { MANAGED } from "../constructs/support/synth";
import { Outdir, run } from "./outdir";

/** What AWS is given, judged by the tools of the engines that it runs. */
jest.setTimeout(60_000);

const out = new Outdir();
const { namespaces, alertmanager } = managedRules(settle(MANAGED))!;

afterAll(() => out.remove());

test.each(namespaces.map(({ name, text }) => [name, text]))(
  "promtool accepts the namespace %s",
  async (name, text) => {
    const file = out.write(`${name}.yaml`, text);
    const checked = await run(toolPath("promtool"), ["check", "rules", "--lint=all", file]);
    expect(checked).toMatchObject({ exitCode: 0, output: expect.stringContaining("SUCCESS") });
  },
);

test("no group has more rules than AWS takes", () => {
  const groups = namespaces.flatMap(
    ({ text }) => (parse(text) as { groups: { rules: object[] }[] }).groups,
  );
  expect(groups.filter(({ rules }) => rules.length > 20)).toEqual([]);
});

test("amtool accepts the configuration inside the definition", async () => {
  const { alertmanager_config } = parse(alertmanager) as { alertmanager_config: string };
  const file = out.write("alertmanager.yaml", alertmanager_config);
  const checked = await run(toolPath("amtool"), ["check-config", file]);
  expect(checked).toMatchObject({ exitCode: 0, output: expect.stringContaining("7 receivers") });
});
