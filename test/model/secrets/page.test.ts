import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import type { ServiceDeclaration } from "../../../model/declaration";
import { awsNames } from "../../../model/names";
import { problemsOf } from "../../../model/settle";

const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "secrets.md"), "utf8");

test("the declaration that docs/secrets.md shows is taken", () => {
  const [, text = ""] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const declared = new Function(`return {${text}};`)() as Pick<ServiceDeclaration, "secrets">;
  expect(Object.keys(declared.secrets ?? {})).toEqual(["stripe-key"]);
  expect(problemsOf({ ...dev, services: [{ ...orders, ...declared }] })).toEqual([]);
});

test("docs/secrets.md names the secret as it is called", () => {
  const { secret } = awsNames({ environment: "dev", cell: "c01", name: "orders" });
  expect(page).toContain(`--secret-id ${secret("stripe-key")} `);
});
