import { readFileSync } from "node:fs";
import { join } from "node:path";
import { prod } from "../../../environments/prod";
import type { FleetDeclaration } from "../../../model/cells/declaration";
import { problemsOf, settle } from "../../../model/settle";
import { fleetOf } from "./fleet";

const root = join(__dirname, "..", "..", "..");
const page = readFileSync(join(root, "docs", "cells.md"), "utf8");
const clouds = readFileSync(join(root, "docs", "clouds.md"), "utf8");

const source = readFileSync(join(root, "model", "cells", "declaration.ts"), "utf8");
const properties = [...source.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name ?? "");

test("the fleet that docs/cells.md shows is taken", () => {
  const [, text = ""] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const { cells } = new Function(`return {${text}};`)() as { cells: FleetDeclaration };
  expect(problemsOf(fleetOf(cells))).toEqual([]);
  expect(settle(fleetOf(cells, prod)).fleet?.cells[0]?.name).toBe("c02");
});

test("docs/cells.md and docs/clouds.md name every property", () => {
  expect(properties).toHaveLength(6);
  const told = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(told).toEqual(expect.arrayContaining(properties));
  const twins = [...clouds.matchAll(/^\| `cells\.(\w+)` \|/gm)].map(([, name]) => name);
  expect(twins.sort()).toEqual([...properties].sort());
});
