import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { renderObservability } from "../../../dashboards";
import { boardUid, files, OUTBOX_RULES, outboxAlertName } from "../../../model/names";
import { settle } from "../../../model/settle";
import { toolPath } from "../../../tools/find";
import { HISTORY, OUTBOXED } from "../../constructs/support/events";

const folder = mkdtempSync(join(tmpdir(), "plinth-outbox-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rendered = (services: (typeof OUTBOXED)["services"][number][]) =>
  new Map(
    renderObservability(settle({ ...OUTBOXED, services })).files.map(({ path, text }) => [
      path,
      text,
    ]),
  );

const found = rendered([...OUTBOXED.services]);
const alert = outboxAlertName("shop");
const board = (service: string) =>
  found.get(files.dashboard(boardUid(OUTBOXED.name, service))) ?? "";

test("an outbox has tickets on what is late and on what was given up, and one runbook", () => {
  expect(alert).toBe("ShopOutboxHeldUp");
  const rules = found.get(files.rules(OUTBOX_RULES))!;
  expect(rules.match(/- alert: (.*)/g)).toEqual([`- alert: ${alert}`, `- alert: ${alert}`]);
  expect(rules).toContain('dimension_FunctionName="dev-outbox-c01-shop-outbox-relay"');
  expect(rules).toContain('dimension_QueueName="dev-outbox-c01-shop-outbox-failures"');
  expect(found.get(files.runbook(alert))).toContain(
    "aws dynamodb update-item --region us-east-1 --table-name dev-outbox-c01-shop-outbox",
  );
  expect(found.get(files.runbook(alert))).toContain(
    "--condition-expression 'attribute_exists(event)'",
  );
  expect(rules).toMatch(
    /max\(max_over_time\(aws_lambda_iterator_age_maximum\{.*\}\[5m\]\)\) > 300000/,
  );
});

test("YACE asks for the age of what is carried", () => {
  expect(found.get(files.exporter("yace"))).toMatch(/type: AWS\/Lambda[^]*name: IteratorAge/);
});

test("the board of the service shows its outbox, and no other's does", () => {
  expect(board("shop")).toContain("aws_lambda_iterator_age_maximum");
  expect(board("history")).not.toContain("aws_lambda_iterator_age_maximum");
});

test("where no service has one, nothing is told of any", () => {
  const without = rendered([
    { ...HISTORY, workload: { ...HISTORY.workload, subscribes: [] } } as never,
  ]);
  expect(without.has(files.rules(OUTBOX_RULES))).toBe(false);
  expect(without.get(files.exporter("yace"))).not.toContain("IteratorAge");
});

test("promtool proves when each is told, and when it is over", () => {
  for (const path of [files.rules(OUTBOX_RULES), files.ruleTests(OUTBOX_RULES)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), found.get(path)!);
  }
  const said = execFileSync(
    toolPath("promtool"),
    ["test", "rules", join(folder, files.ruleTests(OUTBOX_RULES))],
    { encoding: "utf8" },
  );
  expect(said).toContain("SUCCESS");
});
