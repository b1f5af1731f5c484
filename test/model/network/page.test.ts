import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import type { AwsEnvironment } from "../../../model/environment";
import { problemsOf } from "../../../model/settle";

const root = join(__dirname, "..", "..", "..");
const page = readFileSync(join(root, "docs", "network.md"), "utf8");

test("the declaration that docs/network.md shows is taken", () => {
  const [, text = ""] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const declared = new Function(`return {${text}};`)() as Pick<AwsEnvironment, "network">;
  expect(declared.network?.pool).toBe("10.32.0.0/16");
  expect(problemsOf({ ...dev, services: [orders], ...declared })).toEqual([]);
});

test("docs/network.md names every property that has a default", () => {
  const source = readFileSync(join(root, "model", "network", "declaration.ts"), "utf8");
  const [, body = ""] = /interface NetworkDeclaration \{([^]*?)\n\}/.exec(source) ?? [];
  const optional = [...body.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name]) => name);
  const told = [...page.matchAll(/^\| `(\w+)` \|.*\|.*\|$/gm)].map(([, name]) => name);
  expect(optional.length).toBeGreaterThan(4);
  expect(told).toEqual(expect.arrayContaining(optional));
});
