import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceDeclaration } from "../../../model/declaration";
import { problemsOf } from "../../../model/settle";
import { ASKING, FORECASTS, RECOMMENDATIONS, SERVED } from "../../constructs/support/inference";

const page = readFileSync(join(__dirname, "../../..", "docs", "inference.md"), "utf8");

const declared = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, text = ""]) => new Function(`return {${text}};`)() as Partial<ServiceDeclaration>,
);

test("the declarations that docs/inference.md shows are what the tests prove", () => {
  const { workload, stores } = RECOMMENDATIONS;
  expect(declared).toEqual([
    { workload, stores },
    { workload: FORECASTS.workload, stores: FORECASTS.stores },
    { invokes: ASKING.invokes },
  ]);
});

test("they are taken", () => {
  expect(problemsOf(SERVED)).toEqual([]);
});
