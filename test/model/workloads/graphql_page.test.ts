import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transpileModule, ModuleKind } from "typescript";
import type { WorkloadDeclaration } from "../../../model/declaration";
import { problemsOf } from "../../../model/settle";
import { CONTRACTS, GRAPHED, REVIEWS } from "../../constructs/support/graphql";

const page = readFileSync(join(__dirname, "../../..", "docs", "graphql.md"), "utf8");

const [declaration = "", code = ""] = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, text = ""]) => text,
);

test("the declaration that docs/graphql.md shows is taken", () => {
  const { workload } = new Function(`return {${declaration}};`)() as {
    workload: WorkloadDeclaration;
  };
  expect(workload.kind).toBe("graphql");
  expect(problemsOf({ ...GRAPHED, services: [{ ...REVIEWS, workload }] }, CONTRACTS)).toEqual([]);
});

test("the code that it shows resolves a field, and fails where it has none", async () => {
  const { outputText } = transpileModule(code, {
    compilerOptions: { module: ModuleKind.CommonJS, strict: true },
  });
  const exports: { handler?: (asked: object) => Promise<unknown> } = {};
  new Function("exports", outputText)(exports);
  const ask = (fieldName: string) =>
    exports.handler!({ arguments: { id: "r1" }, info: { parentTypeName: "Query", fieldName } });
  expect(await ask("review")).toEqual({ id: "r1", text: "Bright." });
  await expect(ask("reviewsOf")).rejects.toThrow("no code for Query.reviewsOf");
});
