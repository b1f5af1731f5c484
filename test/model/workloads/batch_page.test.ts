import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceDeclaration } from "../../../model/declaration";
import { problemsOf } from "../../../model/settle";
import { JOBS, TRAINING } from "../../constructs/support/batch";

const page = readFileSync(join(__dirname, "../../..", "docs", "batch.md"), "utf8");

const declared = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, text = ""]) => new Function(`return {${text}};`)() as Partial<ServiceDeclaration>,
);

test("the declaration that docs/batch.md shows is taken, and is what the tests prove", () => {
  expect(declared).toEqual([{ workload: TRAINING.workload }]);
  for (const part of declared)
    expect(problemsOf({ ...JOBS, services: [{ ...TRAINING, ...part }] })).toEqual([]);
});
