import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { coverageData, type Facts } from "../../operations/policy/coverage/data";
import { toolPython } from "../../tools/find";
import { policies } from "./fixtures";

jest.setTimeout(180_000);

test("no check of the installed Checkov is forgotten", () => {
  const script = join(policies, "..", "tools", "checkov", "checks.py");
  const installed = JSON.parse(
    execFileSync(toolPython("checkov"), [script], { encoding: "utf8" }),
  ) as Omit<Facts, "names">;
  const { version, types } = coverageData(join(policies, "coverage")).facts.checkov;
  expect({ version, types }).toEqual(installed);
});
