import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { renderObservability } from "../../../dashboards";
import { settle } from "../../../model/settle";
import { toolPath } from "../../../tools/find";
import { inTwo } from "../../model/regions/regions";

const folder = mkdtempSync(join(tmpdir(), "plinth-regions-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { files } = renderObservability(settle(inTwo()));

for (const { path, text } of files.filter(({ path }) => path.startsWith("prometheus/"))) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const tests = files
  .map(({ path }) => path)
  .filter((path) => /^prometheus\/tests\/(region_health|orders_c01-us-west-2)/.test(path));

test("there are tests of both", () => {
  expect(tests.some((path) => path.includes("region_health"))).toBe(true);
  expect(tests.some((path) => path.includes("us-west-2"))).toBe(true);
});

test.each(tests)("promtool proves %s", (path) => {
  const said = execFileSync(toolPath("promtool"), ["test", "rules", join(folder, path)], {
    encoding: "utf8",
  });
  expect(said).toContain("SUCCESS");
});
