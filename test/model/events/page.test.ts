import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceDeclaration } from "../../../model/declaration";
import { problemsOf } from "../../../model/settle";
import { HISTORY, OUTBOXED, SHOP } from "../../constructs/support/events";

const page = readFileSync(join(__dirname, "../../..", "docs", "events.md"), "utf8");

/** What a section of the page shows to be declared. */
function declared(section: string): Partial<ServiceDeclaration> {
  const [, text = ""] = new RegExp(`^## ${section}\n[^]*?\`\`\`ts\n([^]*?)\`\`\``, "m").exec(page)!;
  return new Function(`return {${text}};`)() as Partial<ServiceDeclaration>;
}

test("the outbox and the projection that docs/events.md shows are taken together", () => {
  const [shop, history] = [declared("Outbox"), declared("Projections")];
  expect([Object.keys(shop), Object.keys(history)]).toEqual([
    ["publishes", "outbox"],
    ["workload", "stores"],
  ]);
  const services = [
    { ...SHOP, ...shop },
    { ...HISTORY, ...history },
  ];
  expect(problemsOf({ ...OUTBOXED, services })).toEqual([]);
});

test("what the code of a projection may do is what the tests prove", () => {
  expect(declared("Projections").stores).toEqual(HISTORY.stores);
});
