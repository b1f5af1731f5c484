import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { SHARED as SHARED_TAG } from "../../../model/names";
import { readBudget } from "../../../policies/gate/freeze/budget";
import { SHARED } from "../../../policies/gate/freeze/concerns";
import { PROTOCOL } from "../../../policies/gate/freeze/freeze";

const page = readFileSync(join(__dirname, "../../../docs/freeze.md"), "utf8");

test("the table of docs/freeze.md is the protocol", () => {
  const says = {
    pass: "passes",
    list: "passes, listed",
    exempt: "passes, exempt",
    undetermined: "undetermined",
    deny: "**denied**",
  };
  const rows = PROTOCOL.map(
    ({ when, answer, because }, i) => `| ${i + 1} | ${when} | ${says[answer]} | ${because} |`,
  );
  expect(page).toContain(
    ["| | the first that holds | answer | because |", "|---|---|---|---|", ...rows].join("\n"),
  );
});

test("the page's budget is one, by the schema and to the gate", () => {
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const schema = join(__dirname, "../../../docs/schemas/budget-v1.schema.json");
  const fits = new Ajv({ strictTypes: false }).compile(
    JSON.parse(readFileSync(schema, "utf8")) as object,
  );
  expect(fits(JSON.parse(example))).toBe(true);
  expect(readBudget(Buffer.from(example)).services.get("orders")?.state).toBe("frozen");
});

test("what is shared has the tag that the model gives it", () => {
  expect(SHARED).toBe(SHARED_TAG);
});
