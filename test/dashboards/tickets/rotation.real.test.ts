import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { renderObservability } from "../../../dashboards";
import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { files, ROTATION_RULES, rotationAlertName } from "../../../model/names";
import { settle } from "../../../model/settle";
import { toolPath } from "../../../tools/find";

const folder = mkdtempSync(join(tmpdir(), "plinth-rotation-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cookie = {
  description: "Signs cookies.",
  rotate: { code: "functions/rotation", every: "30d" },
} as const;

const rendered = (secrets: object) =>
  new Map(
    renderObservability(
      settle({ ...dev, services: [{ ...orders, secrets: secrets as never }] }),
    ).files.map(({ path, text }) => [path, text]),
  );

const found = rendered({ "cookie-key": cookie, "stripe-key": { description: "Takes payments." } });
const alert = rotationAlertName("orders", "cookie-key");

test("a secret that is rotated has a ticket and a runbook, and one that is not has none", () => {
  expect(alert).toBe("OrdersCookieKeyRotationFailed");
  const rules = found.get(files.rules(ROTATION_RULES))!;
  expect(rules.match(/- alert: (.*)/g)).toEqual([`- alert: ${alert}`]);
  expect(rules).toContain('dimension_FunctionName="dev-c01-orders-cookie-key-rotation"');
  expect(found.get(files.runbook(alert))).toContain(
    "aws secretsmanager rotate-secret --region us-east-1 --secret-id dev-c01-orders-cookie-key",
  );
  expect(rendered({}).has(files.rules(ROTATION_RULES))).toBe(false);
});

test("YACE asks for what fails of the function, which carries the service's tag", () => {
  expect(found.get(files.exporter("yace"))).toMatch(/type: AWS\/Lambda[^]*name: Errors/);
});

test("promtool proves that a step that failed is told for six hours", () => {
  for (const path of [files.rules(ROTATION_RULES), files.ruleTests(ROTATION_RULES)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), found.get(path)!);
  }
  const said = execFileSync(
    toolPath("promtool"),
    ["test", "rules", join(folder, files.ruleTests(ROTATION_RULES))],
    { encoding: "utf8" },
  );
  expect(said).toContain("SUCCESS");
});
