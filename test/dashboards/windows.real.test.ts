import { toolPath } from "../../tools/find";
import { Outdir, run } from "./outdir";
import { environmentOfWindows, filesByPath, OBJECTIVE_WINDOWS } from "./windows";

const out = new Outdir();

// Every window's tests together take promtool most of a minute.
jest.setTimeout(600_000);

afterAll(() => out.remove());

const cases = (["dev", "dev-gcp"] as const).flatMap((name) =>
  OBJECTIVE_WINDOWS.map((window) => [name, window] as const),
);

test.each(cases)("promtool proves %s's rules over %s", async (name, window) => {
  const environment = environmentOfWindows(name, () => ({ success: 99.9, freshness: 99 }), [
    window,
  ]);
  const folder = `${name}-${window}`;
  out.writeAll(folder, filesByPath(environment));
  const at = (kind: string): string => `${out.path}/${folder}/prometheus/${kind}/orders.yaml`;
  const promtool = toolPath("promtool");
  const checked = await run(promtool, [
    "check",
    "rules",
    "--lint=all",
    "--lint-fatal",
    at("rules"),
  ]);
  expect(checked).toMatchObject({ exitCode: 0 });
  const tested = await run(promtool, ["test", "rules", at("tests")]);
  expect({ ...tested }).toMatchObject({ exitCode: 0 });
});

test.each([
  ["7d", 92.57],
  ["28d", 92.57],
  ["30d", 93.07],
  ["90d", 95.38],
] as const)("promtool proves the lowest target over %s", async (window, target) => {
  const lowest = () => ({ success: target, freshness: target });
  out.writeAll(`low-${window}`, filesByPath(environmentOfWindows("dev", lowest, [window])));
  const file = `${out.path}/low-${window}/prometheus/tests/orders.yaml`;
  expect(await run(toolPath("promtool"), ["test", "rules", file])).toMatchObject({ exitCode: 0 });
});
