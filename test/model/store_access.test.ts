import { dev } from "../../environments/dev";
import { storefront } from "../../environments/services/storefront";
import type { StoreVerb } from "../../model/declaration";
import { problemsOf, settle } from "../../model/settle";

const declared = (access?: unknown) => ({
  ...dev,
  services: [
    {
      ...storefront,
      stores: {
        catalogue: {
          ...{ kind: "keyValue" as const, partitionKey: "id" },
          ...(access === undefined ? {} : { access: access as StoreVerb[] }),
        },
      },
    },
  ],
});

const settled = (access?: StoreVerb[]) => settle(declared(access)).services[0]?.stores[0]?.access;

test("code that says nothing reads and writes one item at a time", () => {
  expect(settled()).toEqual(["get", "put"]);
});

test("what is declared is all, in one order however it was written", () => {
  expect(settled(["delete", "query", "get"])).toEqual(["get", "query", "delete"]);
});

test.each([[[]], [["get", "get"]], [["read"]], ["get"]])("%j is refused", (access) => {
  expect(problemsOf(declared(access))).toEqual([
    {
      path: "storefront.stores.catalogue.access",
      message: `expected a list of one or more of "get", "batchGet", "query", "scan", "check", "put", "update", "delete", "batchWrite", each once, got ${JSON.stringify(access)}`,
    },
  ]);
});
