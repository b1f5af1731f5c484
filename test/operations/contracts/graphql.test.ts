import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diffGraphql } from "../../../operations/contracts/diff/kinds/graphql";

const folder = mkdtempSync(join(tmpdir(), "plinth-graphql-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = "shop.graphql";

/** `breaking where [rule]`, a line each. */
async function differences(before: string, after: string): Promise<string[]> {
  const sides = { base: join(folder, "base"), head: join(folder, "head") };
  const texts = [
    [sides.base, before],
    [sides.head, after],
  ] as const;
  for (const [root, text] of texts) {
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const changes = await diffGraphql({ ...sides, file, scratch: folder, named: new Set() });
  return changes.map(({ level, where, rule }) => `${level} ${where} [${rule}]`).sort();
}

const schema = "type Query { item(id: ID!): Item } type Item { id: ID! name: String kind: Kind } ";
const kinds = (...values: string[]) => `enum Kind { ${values.join(" ")} }`;
const base = schema + kinds("BOOK");

test("a field that is gone breaks who asks for it", async () => {
  expect(await differences(base, base.replace("name: String", ""))).toEqual([
    "breaking Item.name [FIELD_REMOVED]",
  ]);
});

test("an argument that must be sent from now on breaks, one that may be sent may surprise", async () => {
  const argument = (type: string) => base.replace("id: ID!)", `id: ID!, at: ${type})`);
  expect(await differences(base, argument("Int!"))).toEqual([
    "breaking Query.item.at [FIELD_ARGUMENT_ADDED]",
  ]);
  expect(await differences(base, argument("Int"))).toEqual([
    "warning Query.item.at [FIELD_ARGUMENT_ADDED]",
  ]);
});

test("a value that is added may surprise who reads it, a field that is added nobody", async () => {
  expect(await differences(base, schema + kinds("BOOK", "TOY"))).toEqual([
    "warning Kind.TOY [ENUM_VALUE_ADDED]",
  ]);
  expect(await differences(base, base.replace("kind:", "price: Int kind:"))).toEqual([
    "info Item.price [FIELD_ADDED]",
  ]);
});

test("the order of fields is no change", async () => {
  const turned = base.replace("id: ID! name: String", "name: String id: ID!");
  expect(await differences(base, turned)).toEqual([]);
});

test("AppSync's scalars and directives need no definition, and may have one", async () => {
  const appSync = "type Query @aws_iam { at: AWSDateTime } ";
  expect(await differences(appSync, appSync.replace("AWSDateTime", "AWSDate"))).toEqual([
    "breaking Query.at [FIELD_TYPE_CHANGED]",
  ]);
  const defined = `${appSync} scalar AWSDateTime directive @aws_iam on OBJECT`;
  expect(await differences(defined, defined)).toEqual([]);
});

test.each([
  ["type Query {", "Syntax Error: Expected Name, found <EOF>."],
  ["type Query { a: Nothing }", 'Unknown type "Nothing".'],
])("what is no schema cannot be compared: %s", async (text, message) => {
  await expect(differences(base, text)).rejects.toThrow(
    `${file} in the head: not a GraphQL schema: ${message}`,
  );
  await expect(differences(text, base)).rejects.toThrow(
    `${file} in the base: not a GraphQL schema: ${message}`,
  );
});
