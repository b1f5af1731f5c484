import { readFileSync } from "node:fs";
import path from "node:path";
import { resources, environmentOf, stacksOf } from "./support";

const root = path.join(__dirname, "../../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const page = read("docs/clouds.md");
const cell = resources(stacksOf(environmentOf())["dev-gcp-c01"]!);

/** The properties of an interface of the declaration that are its own. */
function propertiesOf(name: string): string[] {
  const [, body = ""] =
    new RegExp(`interface ${name} \\{([^]*?)\\n\\}`).exec(read("model/declaration.ts")) ?? [];
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, property = ""]) => property);
}

const fields = [
  ...propertiesOf("QueueDeclaration")
    .filter((name) => name !== "batch")
    .map((name) => `queue.${name}`),
  ...propertiesOf("BatchDeclaration").map((name) => `queue.batch.${name}`),
  ...propertiesOf("ProcessorDeclaration").map((name) => `processor.${name}`),
  ...propertiesOf("KeyValueDeclaration")
    .filter((name) => name !== "kind")
    .map((name) => `stores.*.${name}`),
];

test("the declaration has fields to be told of", () => {
  expect(fields.length).toBeGreaterThan(12);
});

test.each(fields)("docs/clouds.md says what %s becomes on each cloud", (field) => {
  const row = page.split("\n").find((line) => line.startsWith(`| \`${field}\` |`));
  expect(row?.split("|").filter((part) => part.trim() !== "")).toHaveLength(3);
});

test("docs/clouds.md names every role that is granted, and no other", () => {
  const granted = cell.map(({ attributes }) => attributes.role).filter(Boolean);
  const told = [...page.matchAll(/\| `(roles\/[\w.]+)` \|/g)].map(([, role]) => role);
  expect([...new Set(told)].sort()).toEqual([...new Set(granted)].sort());
});

test("docs/clouds.md names the outputs", () => {
  const outputs = Object.keys(stacksOf(environmentOf())["dev-gcp-c01"]!.output!);
  for (const output of outputs.filter((name) => name !== "plinth_stack")) {
    expect(page).toContain(`\`${output}\``);
  }
});
