/** Writes the pages of the constructs and of the declaration from their docstrings: `npm run reference`. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "../policy/pages";
import { repositoryRoot } from "../repository";
import { writeTree } from "../write";
import { constructPages, type ConstructDocs } from "./constructs";
import { declarationPage } from "./declaration";
import { ownImports, terraformTypes } from "./imports";
import { readDocstrings, type Documented } from "./read";
import { withWords } from "./words";

const SOURCES = ["constructs/{aws,gcp}/**/*.ts", "model/**/*.ts"];

/** Every generated page, below `docs/`. */
export async function referencePages(root: string): Promise<Page[]> {
  const all = await readDocstrings(root, SOURCES);
  const said = withWords(all, new Map(all.map(({ name, summary }) => [name, summary])));
  const constructs = said.filter(({ file, props }) => isConstruct(file) && props.length > 0);
  const paged = new Set(constructs.map(({ file }) => file));
  const pages = constructPages(constructs.map((one) => withImports(root, one, paged)));
  return [
    ...pages.map(({ path, text }) => ({ path: `constructs/${path}`, text })),
    declarationPage(said.filter(({ file }) => !isConstruct(file))),
  ];
}

const isConstruct = (file: string): boolean => file.startsWith("constructs/");

/** @param paged - files of constructs that have a page, which says what they make */
function withImports(root: string, one: Documented, paged: ReadonlySet<string>): ConstructDocs {
  const text = readFileSync(join(root, one.file), "utf8");
  const uses = ownImports(one.file, text);
  const parts = uses.filter((file) => !paged.has(file) && dirname(file) === dirname(one.file));
  const types = new Map(
    [one.file, ...parts].flatMap((file) => [
      ...terraformTypes(readFileSync(join(root, file), "utf8")),
    ]),
  );
  const resources = [...types].map(([name, type]): [string, string] => [name, `The \`${type}\`.`]);
  const [said = one] = withWords([one], new Map(resources));
  return { ...said, creates: [...types.values()].sort(), uses };
}

async function main(): Promise<void> {
  const pages = await referencePages(repositoryRoot);
  writeTree(join(repositoryRoot, "docs"), pages, ["constructs"]);
}

if (require.main === module) void main();
