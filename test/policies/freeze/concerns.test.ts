import { concernsOf, type Origins } from "../../../policies/gate/freeze/concerns";
import type { Change } from "../../../policies/gate/freeze/effects";
import type { Effect } from "../../../policies/gate/freeze/freeze";

const origin = (path: string | null) => ({ construct: null, source: null, path });
const origins: Origins = new Map([
  ["a.q", origin("orders.workload.queue")],
  ["a.r", origin("billing")],
  ["a.k", origin(null)],
]);
const change = (address: string, effect: Effect, ...tagged: string[]): Change => ({
  ...{ address, type: "a", effect, isNew: false, tagged },
});
const made = (address: string, ...tagged: string[]): Change => ({
  ...change(address, "change", ...tagged),
  isNew: true,
});
const of = (changes: readonly Change[], from: Origins = origins, all = ["x", "y"]) =>
  concernsOf(changes, from, all).map(({ service, changes: list }) => [
    service,
    ...list.map(({ address }) => address),
  ]);

test("a change is of the service that declared it, and of those that its tags name", () => {
  expect(of([change("a.q", "change")])).toEqual([["orders", "a.q"]]);
  expect(of([change("a.q[0]", "change", "orders", "mail")])).toEqual([
    ["mail", "a.q[0]"],
    ["orders", "a.q[0]"],
  ]);
  expect(of([change("a.q", "none")])).toEqual([]);
});

test("what nobody names, or is tagged as shared, is of every service of the stack", () => {
  const every = [
    ["billing", "a.k"],
    ["orders", "a.k"],
  ];
  expect(of([change("a.k", "change")])).toEqual(every);
  expect(of([change("a.k", "change", "platform")])).toEqual(every);
  expect(of([change("a.k", "change"), change("b.t", "none", "mail")])).toEqual([
    ["billing", "a.k"],
    ["mail", "a.k"],
    ["orders", "a.k"],
  ]);
});

test("in a stack of no service it is of all; where there are none, of somebody unknown", () => {
  expect(of([change("a.k", "change", "platform")], new Map())).toEqual([
    ["x", "a.k"],
    ["y", "a.k"],
  ]);
  expect(of([change("a.k", "change")], new Map(), [])).toEqual([[null, "a.k"]]);
});

test("the worst comes first, then by address", () => {
  const changes = [
    change("a.q", "harmless"),
    change("a.q1", "change", "orders"),
    change("a.q0", "destructive", "orders"),
    change("a.q00", "change", "orders"),
  ];
  expect(of(changes, new Map([["a.q", origin("orders")]]))).toEqual([
    ["orders", "a.q0", "a.q00", "a.q1", "a.q"],
  ]);
});

describe("a service is new where the plan makes all that is its own", () => {
  const isNew = (...changes: readonly Change[]) =>
    Object.fromEntries(concernsOf(changes, origins, []).map((one) => [one.service, one.isNew]));

  test("and changes only what is shared", () => {
    const shared = change("a.k", "change", "platform");
    expect(isNew(made("a.q"), made("a.q2", "orders"), shared)).toEqual({
      billing: false,
      orders: true,
    });
    expect(isNew(made("a.m", "mail"), change("a.r", "none"), shared)).toEqual({
      billing: false,
      mail: true,
      orders: false,
    });
  });

  test("not where anything of it is there, changed or not, or was", () => {
    for (const effect of ["none", "change", "destructive"] as const)
      expect(isNew(made("a.q"), change("a.q2", effect, "orders"))).toEqual({ orders: false });
  });

  test("what nobody names is no new service", () => {
    expect(concernsOf([made("a.x")], new Map(), []).map((one) => one.isNew)).toEqual([false]);
  });
});
