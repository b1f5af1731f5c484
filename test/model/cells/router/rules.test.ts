import { settleRouter } from "../../../../model/cells/router/router";
import { settle } from "../../../../model/settle";
import { ROUTED } from "../../../constructs/support/routed";

const problemsOf = (cells: object, more: object = {}): string => {
  try {
    settle({ ...ROUTED, ...more, cells: { ...ROUTED.cells, ...cells } });
    return "none";
  } catch (error) {
    return (error as Error).message;
  }
};

const routed = (router: object, cells: object = {}): string =>
  problemsOf({ ...cells, router: { ...ROUTED.cells.router, ...router } });

const KEY = "dev-routed.cells.router.key";

test("a router asks for a signed token's subject, and leads to 25 cells, unless it says otherwise", () => {
  expect(settleRouter({ key: { cookie: "tenant" } })).toEqual({
    key: { from: "cookie", name: "tenant", claim: "sub", trust: "signature" },
    ...{ home: undefined, vpcOrigins: 25 },
  });
  expect(
    settleRouter({ key: { header: "x-user", trust: "cell" }, home: "c02", vpcOrigins: 40 }),
  ).toEqual({
    key: { from: "header", name: "x-user", claim: undefined, trust: "cell" },
    ...{ home: "c02", vpcOrigins: 40 },
  });
  expect(problemsOf({})).toBe("none");
});

test("the key is in a cookie or in a header", () => {
  const either = `${KEY}: expected either a cookie or a header that holds the key, got`;
  expect(routed({ key: {} })).toBe(`${either} neither`);
  expect(routed({ key: { cookie: "a", header: "b" } })).toBe(`${either} both`);
  expect(routed({ key: { header: "host" } })).toBe(
    `${KEY}: expected a header that code in CloudFront sees as it was sent, got "host"`,
  );
  expect(routed({ key: { header: "X-User" } })).toBe(
    `${KEY}.header: expected a header's name in small letters, such as authorization, got "X-User"`,
  );
  expect(routed({ key: { cookie: "a b" } })).toBe(
    `${KEY}.cookie: expected a cookie's name, got "a b"`,
  );
  expect(routed({ key: { cookie: "a", claim: "}" } })).toBe(
    `${KEY}.claim: expected a claim's name such as sub or https://example.com/tenant, got "}"`,
  );
});

test("home is a cell of the fleet", () => {
  expect(routed({ home: "c09" })).toBe(
    'dev-routed.cells.router.home: expected a cell of the fleet, got "c09"',
  );
});

test("each cell takes a VPC origin of the account's", () => {
  const pool = { network: { ...ROUTED.network, pool: "10.0.0.0/8" } };
  const of = (fleet: unknown, router = {}) =>
    problemsOf({ fleet, pinned: {}, router: { ...ROUTED.cells.router, ...router } }, pool);
  expect(of(25)).toBe("none");
  expect(of(26)).toBe(
    "dev-routed.cells.router.vpcOrigins: expected at most 25 cells, since each is reached by a VPC origin and CloudFront gives an account 25, got 26; have the quota raised and say so here, or give some cells to an environment with an account of its own",
  );
  expect(of(26, { vpcOrigins: 40 })).toBe("none");
  expect(of(98, { vpcOrigins: 100 })).toBe("none");
  expect(of(100, { vpcOrigins: 100 })).toBe(
    "dev-routed.cells.router: expected at most 98 cells, since CloudFront gives a distribution 100 origins and each cell is one, got 100; give some cells to an environment with a distribution of its own",
  );
  expect(of(["c01", "c100"])).toBe(
    'dev-routed.cells.router: expected cells of which 256 fit a value of the router\'s store (c01 to c99), got "c100"',
  );
});

test("a router without a delivery that leads to services would do nothing", () => {
  expect(problemsOf({}, { services: [ROUTED.services[0]] })).toBe(
    "dev-routed.cells.router: expected a delivery with an `origin` among dev-routed's services, in whose distribution the router runs, got none; declare one, or leave the router out",
  );
});

test("several cells without a router have no delivery that leads to services", () => {
  const { fleet, pinned } = ROUTED.cells;
  const told = () => settle({ ...ROUTED, cells: { fleet, pinned } });
  expect(told).toThrow(
    "site.workload.origin: expected none in an environment of several cells without a router (dev-routed): the edge would send every user's requests to one of them; declare dev-routed.cells.router",
  );
});

test("other code of the same event runs at other paths", () => {
  const [basket, site] = ROUTED.services;
  const withCode = (paths: readonly string[] | undefined) => {
    const viewerRequest = { code: "functions/edge/pages.js", ...(paths && { paths }) };
    return problemsOf(
      {},
      { services: [basket, { ...site, workload: { ...site.workload, edge: { viewerRequest } } }] },
    );
  };
  const message =
    "site.workload.edge.viewerRequest: expected none at the paths that basket answers, where the fleet's router runs and CloudFront runs one function for each event; give it paths apart from them";
  expect(withCode(["/api/*"])).toBe(message);
  expect(withCode(undefined)).toBe(message);
  expect(withCode(["/drafts/*"])).toBe("none");
});
