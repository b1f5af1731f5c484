import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dev } from "../../../environments/dev";
import type { SchedulesDeclaration } from "../../../model/schedules/declaration";
import { problemsOf } from "../../../model/settle";
import { subscriber } from "../../constructs/support/events";

const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "events.md"), "utf8");

test("the schedules that docs/events.md shows are taken", () => {
  const [, text = ""] = /```ts\n(schedules: [\s\S]*?)```/.exec(page) ?? [];
  const declared = new Function(`return {${text}};`)() as { schedules: SchedulesDeclaration };
  expect(Object.keys(declared.schedules)).toEqual(["nightly-report", "heartbeat"]);
  expect(problemsOf({ ...dev, services: [subscriber("reports", declared)] })).toEqual([]);
});
