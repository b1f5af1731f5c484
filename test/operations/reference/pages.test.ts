import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../../..");
const DOCS = join(ROOT, "docs");
const STACKS = join(ROOT, "test/golden/stacks");

const constructs = (readdirSync(join(DOCS, "constructs"), { recursive: true }) as string[])
  .filter((path) => path.endsWith(".md"))
  .map((path) => join("constructs", path))
  .sort();
const pages = new Map(
  [...constructs, "declaration.md"].map((path) => [path, readFileSync(join(DOCS, path), "utf8")]),
);

/** Of every golden stack, without those that a declaration adds by `extend`. */
function typesInStacks(): string[] {
  const types = readdirSync(STACKS).flatMap((stack) => {
    const text = readFileSync(join(STACKS, stack, "cdk.tf.json"), "utf8");
    return Object.keys((JSON.parse(text) as { resource?: object }).resource ?? {});
  });
  return [...new Set(types)].sort();
}

describe("the generated pages of constructs and declaration", () => {
  test.each([...pages.keys()])("%s says what every property is", (path) => {
    const silent = pages
      .get(path)
      ?.split("\n")
      .filter((line) => /^\| .*\| +\|$/.test(line));
    expect(silent).toEqual([]);
  });

  test("every heading that a type leads to is there", () => {
    const text = pages.get("declaration.md") ?? "";
    const headings = [...text.matchAll(/^## (\w+)$/gm)].map(([, name = ""]) => name.toLowerCase());
    const links = [...text.matchAll(/\]\(#(\w+)\)/g)].map(([, to = ""]) => to);
    expect(links.filter((to) => !headings.includes(to))).toEqual([]);
    expect(links.length).toBeGreaterThan(20);
  });

  test("every resource of a stack is said to be made by one of the constructs", () => {
    const said = [...pages.values()].join("\n");
    expect(typesInStacks().filter((type) => !said.includes(`\`${type}\``))).toEqual([]);
  });
});
