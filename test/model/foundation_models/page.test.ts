import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelVariables } from "../../../constructs/aws/models/model_access";
import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import type { ServiceDeclaration } from "../../../model/declaration";
import { problemsOf, settle } from "../../../model/settle";

const page = readFileSync(
  join(__dirname, "..", "..", "..", "docs", "foundation_models.md"),
  "utf8",
);
const [, text = ""] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
const declared = new Function(`return {${text}};`)() as Pick<ServiceDeclaration, "models">;
const environment = { ...dev, services: [{ ...orders, ...declared }] };

test("the declaration that docs/foundation_models.md shows is taken", () => {
  expect(Object.keys(declared.models ?? {})).toEqual(["writer", "embedder"]);
  expect(problemsOf(environment)).toEqual([]);
});

test("its code reads the variables that it is told", () => {
  const { models } = settle(environment).services[0]!;
  const told = Object.keys(modelVariables(models)).filter((name) => name.startsWith("WRITER_"));
  const read = [...page.matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name);
  expect(read.sort()).toEqual(told.sort());
});
