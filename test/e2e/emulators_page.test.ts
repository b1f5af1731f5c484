import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./commands";
import { emulatorsPage, madeTypes, PAGE, triedTypes } from "./emulators_page";
import { STORIES, UNTRIED } from "./stories";

test("docs/emulators.md is current: `npm run emulators` writes it", () => {
  expect(readFileSync(join(repository, PAGE), "utf8")).toBe(emulatorsPage());
});

test("a type that no story applies says why, and no other does", () => {
  const tried = triedTypes();
  expect(Object.keys(UNTRIED).sort()).toEqual(madeTypes().filter((type) => !tried.has(type)));
});

test("every story is in it", () => {
  const ending = ".e2e.ts";
  const files = readdirSync(__dirname).filter((name) => name.endsWith(ending));
  expect(files.map((name) => name.slice(0, -ending.length)).sort()).toEqual(Object.keys(STORIES));
});
