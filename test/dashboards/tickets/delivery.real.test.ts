import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { renderObservability } from "../../../dashboards";
import { boardUid, DELIVERY_RULES, deliveryAlertName, files } from "../../../model/names";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { settle } from "../../../model/settle";
import { toolPath } from "../../../tools/find";
import { EVENTFUL, LEDGER, REPORTS, SCHEDULED, WAREHOUSE } from "../../constructs/support/events";

const folder = mkdtempSync(join(tmpdir(), "plinth-delivery-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rendered = (environment: EnvironmentDeclaration) =>
  new Map(renderObservability(settle(environment)).files.map(({ path, text }) => [path, text]));

const found = rendered({ ...SCHEDULED, services: [LEDGER, REPORTS, WAREHOUSE] });
const alert = deliveryAlertName("reports");

test("who is woken has four tickets and who subscribes one, each with a runbook", () => {
  expect(alert).toBe("ReportsEventsUndelivered");
  const rules = found.get(files.rules(DELIVERY_RULES))!;
  expect(rules.match(/- alert: (.*)/g)).toEqual([
    "- alert: LedgerEventsUndelivered",
    ...Array.from({ length: 4 }, () => `- alert: ${alert}`),
  ]);
  expect(rules).toContain('dimension_QueueName="dev-sch-c01-ledger-undelivered.fifo"');
  expect(rules).toContain('dimension_QueueName="dev-sch-c01-reports-undelivered"');
  expect(rules).toContain('dimension_ScheduleGroup="dev-sch-c01-reports-schedules"');
  // Each 5 minutes, and 2 hours more: of the two schedules, the one that is due more often.
  expect(rules).toMatch(/max_over_time\([^)]*attempt_count_sum[^)]*\[125m\]\)\) == 0/);
  expect(found.get(files.runbook(alert))).toContain(
    "aws scheduler list-schedules --region us-east-1 --group-name dev-sch-c01-reports-schedules",
  );
  expect(found.get(files.runbook("LedgerEventsUndelivered"))).not.toContain("aws scheduler");
});

test("an environment in which nobody subscribes or is woken has neither", () => {
  const quiet = rendered({ ...EVENTFUL, services: [WAREHOUSE] });
  expect(quiet.has(files.rules(DELIVERY_RULES))).toBe(false);
  expect(quiet.get(files.exporter("yace"))).not.toContain("AWS/Scheduler");
});

test("YACE asks for what Scheduler counts by group", () => {
  expect(found.get(files.exporter("yace"))).toMatch(
    /type: AWS\/Scheduler[^]*- ScheduleGroup[^]*name: InvocationDroppedCount/,
  );
  const file = join(folder, "yace.yaml");
  writeFileSync(file, found.get(files.exporter("yace"))!);
  execFileSync(toolPath("yace"), ["verify-config", `--config.file=${file}`], { stdio: "pipe" });
});

test("the board shows what was not delivered, and what schedules sent", () => {
  const board = found.get(files.dashboard(boardUid("dev-sch", "reports")))!;
  expect(board).toContain("aws_scheduler_invocation_dropped_count_sum");
});

test("promtool proves that what did not come is told, and for how long", () => {
  for (const path of [files.rules(DELIVERY_RULES), files.ruleTests(DELIVERY_RULES)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), found.get(path)!);
  }
  const said = execFileSync(
    toolPath("promtool"),
    ["test", "rules", join(folder, files.ruleTests(DELIVERY_RULES))],
    { encoding: "utf8" },
  );
  expect(said).toContain("SUCCESS");
});
