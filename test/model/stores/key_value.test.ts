import { devGcp } from "../../../environments/dev-gcp";
import { orders } from "../../../environments/services/orders";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { indexVariable } from "../../../model/names";
import { problemsOf, settle } from "../../../model/settle";
import { KEYED_SERVICE, WITH_KEYS } from "../../constructs/support/key_value";
import { changed } from "../fixtures";

const messages = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

/** The problems of a store with one of its fields changed. */
const of = (path: string, to: unknown): string[] =>
  messages({ ...WITH_KEYS, services: [changed(KEYED_SERVICE, `stores.lines.${path}`, to)] });

const settled = (stores: object) =>
  settle({ ...WITH_KEYS, services: [{ ...KEYED_SERVICE, stores: stores as never }] }).services[0]!
    .stores;

const index = { partitionKey: "customerId" };

test("keys and indexes are taken as declared", () => {
  expect(messages(WITH_KEYS)).toEqual([]);
  expect(settled(KEYED_SERVICE.stores)).toEqual([
    {
      ...{ kind: "keyValue", name: "lines", ttlAttribute: "ttl", deletionProtection: false },
      backup: true,
      partitionKey: { name: "basketId", type: "string" },
      sortKey: { name: "line", type: "number" },
      indexes: [
        {
          name: "by-customer",
          partitionKey: { name: "customerId", type: "string" },
          sortKey: { name: "changedAt", type: "number" },
          holds: ["price", "title"],
        },
        {
          name: "by-digest",
          partitionKey: { name: "digest", type: "binary" },
          sortKey: undefined,
          holds: "keys",
        },
        {
          name: "by-title",
          partitionKey: { name: "title", type: "string" },
          sortKey: undefined,
          holds: "all",
        },
      ],
      ...{ stream: "newAndOld", replica: { region: "us-west-2" }, storageClass: "infrequent" },
      access: ["get", "query", "put"],
    },
  ]);
});

test("who says one key gets a table of one string key and nothing else", () => {
  expect(settled({ lines: { kind: "keyValue", partitionKey: "id" } })).toEqual([
    {
      ...{ kind: "keyValue", name: "lines", ttlAttribute: "ttl", deletionProtection: false },
      backup: true,
      ...{ partitionKey: { name: "id", type: "string" }, sortKey: undefined, indexes: [] },
      ...{ stream: undefined, replica: undefined, storageClass: "standard" },
      access: ["get", "put"],
    },
  ]);
});

test("code finds an index by a variable of the store's", () => {
  expect(indexVariable("lines", "by-customer")).toBe("LINES_TABLE_INDEX_BY_CUSTOMER");
  expect(indexVariable("old-lines", "by.day_2")).toBe("OLD_LINES_TABLE_INDEX_BY_DAY_2");
});

describe("forms", () => {
  const name = "expected an attribute name of letters, digits and underscores, got";
  test.each([
    ["partitionKey", undefined, "", `${name} nothing`],
    ["partitionKey", 7, "", `${name} 7`],
    ["partitionKey", { name: "a b" }, ".name", `${name} "a b"`],
    [
      "sortKey",
      { name: "at", type: "date" },
      ".type",
      'expected "string" or "number" or "binary", got "date"',
    ],
    [
      "sortKey",
      { name: "at", kind: "number" },
      ".kind",
      "expected no such property; remove it or correct its name",
    ],
    ["indexes", ["by-customer"], "", "expected an object of indexes by name"],
    ["indexes.by-title.partitionKey", null, "", `${name} null`],
    [
      "indexes.by-title.holds",
      "some",
      "",
      'expected "all" or "keys" or a list of attributes, got "some"',
    ],
    ["indexes.by-title.holds", [], "", "expected 1 to 20 attributes, got 0"],
    [
      "indexes.by-title.holds",
      Array.from({ length: 21 }, (_, number) => `a${number}`),
      "",
      "expected 1 to 20 attributes, got 21",
    ],
    ["indexes.by-title.holds", ["a", "b-c"], "[1]", `${name} "b-c"`],
    [
      "stream",
      { view: "all" },
      ".view",
      'expected "keys" or "new" or "old" or "newAndOld", got "all"',
    ],
    ["stream", "new", "", 'expected an object, got "new"'],
    ["storageClass", "cold", "", 'expected "standard" or "infrequent", got "cold"'],
  ])("%s: %j", (path, to, field, message) => {
    expect(of(path, to)).toEqual([`baskets.stores.lines.${path}${field}: ${message}`]);
  });
});

describe("what keys mean to one another", () => {
  test.each([
    [
      "sortKey",
      "basketId",
      "",
      'expected another attribute than the partition key, got "basketId"',
    ],
    [
      "indexes.by-customer.sortKey",
      "customerId",
      "",
      'expected another attribute than the partition key, got "customerId"',
    ],
    [
      "indexes.by-title",
      { partitionKey: { name: "line", type: "string" } },
      ".partitionKey",
      'expected "line" to be a number here too, as stores.lines.sortKey says, got "string"',
    ],
    [
      "indexes.by-title",
      { partitionKey: "title", sortKey: "changedAt" },
      ".sortKey",
      'expected "changedAt" to be a number here too, as stores.lines.indexes.by-customer.sortKey says, got "string"',
    ],
    [
      "indexes.by-customer.holds",
      ["price", "line"],
      "",
      'expected attributes beside the keys, which every index holds, got "line"',
    ],
    [
      "indexes.by-customer.holds",
      ["price", "changedAt"],
      "",
      'expected attributes beside the keys, which every index holds, got "changedAt"',
    ],
    ["indexes.by-customer.holds", ["a", "a"], "", 'expected each name once, got "a" twice'],
    [
      "ttlAttribute",
      "title",
      "",
      'expected an attribute that is no key or a number, as seconds since 1970 are, got "title", a key that is a string',
    ],
  ])("%s: %j", (path, to, field, message) => {
    expect(of(path, to)).toEqual([`baskets.stores.lines.${path}${field}: ${message}`]);
  });

  test("items may be found by when they go, as a number", () => {
    expect(of("ttlAttribute", "changedAt")).toEqual([]);
  });

  test("an attribute may be a key of several indexes", () => {
    expect(of("indexes.by-title.sortKey", "customerId")).toEqual([]);
  });
});

describe("bounds of indexes", () => {
  test.each([["id"], ["by customer"], ["x".repeat(256)]])("a name is not %j", (bad) => {
    const shown = bad.length > 60 ? `"${"x".repeat(56)}...` : `"${bad}"`;
    expect(of("indexes", { [bad]: index })).toEqual([
      `baskets.stores.lines.indexes.${bad}: expected a name of 3 to 255 letters, digits, dashes, underscores and dots, got ${shown}`,
    ]);
  });

  const many = (count: number, one: object = index) =>
    Object.fromEntries(Array.from({ length: count }, (_, number) => [`by-${number}`, one]));

  test("a table has 20", () => {
    expect(of("indexes", many(20))).toEqual([]);
    expect(of("indexes", many(21))).toEqual([
      "baskets.stores.lines.indexes: expected at most 20, as many as a table has, got 21",
    ]);
  });

  test("which hold 100 attributes by name together, the same one counted again", () => {
    const holds = Array.from({ length: 20 }, (_, number) => `a${number}`);
    const five = many(5, { ...index, holds });
    expect(of("indexes", five)).toEqual([]);
    expect(of("indexes", { ...five, "by-six": { ...index, holds: ["b"] } })).toEqual([
      'baskets.stores.lines.indexes: expected at most 100 attributes by name in all indexes of a table together, got 101; let some hold "all" or "keys"',
    ]);
  });

  test("code finds each by a variable of its own", () => {
    expect(of("indexes", { "by-day": index, by_day: index })).toEqual([
      'baskets.stores.lines.indexes: expected names that differ in letters and digits, since code finds each by a variable, got "by-day" and "by_day", both LINES_TABLE_INDEX_BY_DAY',
    ]);
  });

  test("and reads it", () => {
    expect(of("access", ["get", "put"])).toEqual([
      'baskets.stores.lines.indexes: expected "query" or "scan" in the store\'s access, without which no code reads an index, got "get", "put"',
    ]);
    expect(of("access", ["scan"])).toEqual([]);
  });
});

describe("a copy in another region", () => {
  test.each([
    ["West", 'expected a region such as "us-west-2", got "West"'],
    [
      "us-east-1",
      'expected another region than the environment\'s (dev-keys), with which a copy would be lost, got "us-east-1"',
    ],
    [
      "cn-north-1",
      'expected a region that accounts of us-east-1 (dev-keys) can be in, got "cn-north-1"',
    ],
  ])("is not in %j", (to, message) => {
    expect(of("replicate", { to })).toEqual([`baskets.stores.lines.replicate.to: ${message}`]);
  });

  test("takes a stream of both images", () => {
    expect(of("stream", { view: "newAndOld" })).toEqual([]);
    expect(of("stream", { view: "new" })).toEqual([
      'baskets.stores.lines.stream.view: expected "newAndOld" where the store is copied (`replicate`), which DynamoDB does by it; or leave `stream` out, got "new"',
    ]);
  });

  test("is another place of a database on Google Cloud", () => {
    const state = {
      kind: "keyValue",
      partitionKey: "eventId",
      replicate: { to: "us-west-2" },
    } as const;
    expect(messages({ ...devGcp, services: [{ ...orders, stores: { state } }] })).toEqual([
      'orders.stores.state.replicate: expected nothing on Google Cloud (dev-gcp), where a database is in one place for good: one of several regions, such as nam5, is another location (docs/clouds.md); list the service in environments on AWS only, got a copy in "us-west-2"',
    ]);
  });
});

test("on Google Cloud what says when a document goes has no index", () => {
  const state = {
    kind: "keyValue",
    partitionKey: "eventId",
    ttlAttribute: "goneAt",
    sortKey: { name: "goneAt", type: "number" },
  } as const;
  expect(messages({ ...devGcp, services: [{ ...orders, stores: { state } }] })).toEqual([
    'orders.stores.state.ttlAttribute: expected an attribute that is no key on Google Cloud (dev-gcp), where what says when a document goes has no index, got "goneAt"',
  ]);
});
