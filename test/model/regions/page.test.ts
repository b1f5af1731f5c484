import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SWITCH_METRIC } from "../../../model/names";
import type { RegionsDeclaration } from "../../../model/regions/declaration";
import { problemsOf } from "../../../model/settle";
import { inTwo, SINGLE } from "./regions";

const read = (...path: string[]): string =>
  readFileSync(join(__dirname, "..", "..", "..", ...path), "utf8");

const page = read("docs", "regions.md");
const properties = [
  ...read("model", "regions", "declaration.ts").matchAll(/^ {2}readonly (\w+)\??:/gm),
].map(([, name]) => name ?? "");

test("the regions that docs/regions.md shows are taken", () => {
  const [, text = ""] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const { regions } = new Function(`return {${text}};`)() as { regions: RegionsDeclaration };
  expect(problemsOf(inTwo(regions, { ...SINGLE, dns: { zone: "example.com" } }))).toEqual([]);
});

test("docs/regions.md and docs/clouds.md name every property", () => {
  expect(properties).toHaveLength(6);
  const told = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(told).toEqual(expect.arrayContaining(properties));
  const twins = [...read("docs", "clouds.md").matchAll(/^\| `regions\.(?:[\w*]+\.)*(\w+)` \|/gm)];
  expect(twins.map(([, name]) => name).sort()).toEqual([...properties].sort());
});

test("what is written to leave a region is what its switch reads", () => {
  expect(page).toContain(
    `--namespace ${SWITCH_METRIC.namespace} --metric-name ${SWITCH_METRIC.name} \\\n  --dimensions Environment=prod,Region=us-east-1 --value 1`,
  );
});
