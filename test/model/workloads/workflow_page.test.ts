import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceDeclaration } from "../../../model/declaration";
import { problemsOf } from "../../../model/settle";
import { FULFILMENT, WORKED } from "../../constructs/support/workflow";

const page = readFileSync(join(__dirname, "../../..", "docs", "sagas.md"), "utf8");

const declared = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, text = ""]) => new Function(`return {${text}};`)() as Partial<ServiceDeclaration>,
);

test("the declarations that docs/sagas.md shows are taken", () => {
  expect(declared.map((part) => Object.keys(part))).toEqual([
    ["workload"],
    ["stores"],
    ["workload"],
  ]);
  for (const part of declared)
    expect(problemsOf({ ...WORKED, services: [{ ...FULFILMENT, ...part }] })).toEqual([]);
});

test("the first of them is what the tests prove", () => {
  expect(declared[0]).toEqual({ workload: FULFILMENT.workload });
  expect(declared[1]).toEqual({ stores: FULFILMENT.stores });
});
