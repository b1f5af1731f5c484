import { dev } from "../../environments/dev";
import { orders } from "../../environments/services/orders";
import { storefront } from "../../environments/services/storefront";
import type { ObjectiveDeclaration, ServiceDeclaration } from "../../model/declaration";
import { problemsOf } from "../../model/settle";

const [success, freshness] = orders.objectives as readonly [
  ObjectiveDeclaration & { sli: "success" },
  ObjectiveDeclaration & { sli: "freshness" },
];

const promising = (target: number): ObjectiveDeclaration => ({ ...success, target });

const service = (
  name: string,
  objectives: readonly ObjectiveDeclaration[],
  dependsOn: readonly string[] = [],
): ServiceDeclaration => ({ ...orders, name, objectives, dependsOn });

const problems = (...services: readonly ServiceDeclaration[]): string[] =>
  problemsOf({ ...dev, services }).map(({ path, message }) => `${path}: ${message}`);

describe("a service promises no more than what it cannot work without", () => {
  test("of one dependency: its target", () => {
    const payments = service("payments", [promising(99.5)]);
    expect(problems(service("orders", [promising(99.5)], ["payments"]), payments)).toEqual([]);
    expect(problems(service("orders", [promising(99.9)], ["payments"]), payments)).toEqual([
      "orders.objectives[0].target: expected at most 99.5: orders cannot work without payments (99.5%), got 99.9; lower it, or raise that to at least 99.9",
    ]);
  });

  const two = [service("ledger", [promising(99.9)]), service("payments", [promising(99.95)])];
  const onTwo = (target: number): ServiceDeclaration =>
    service("orders", [promising(target)], ["payments", "ledger"]);

  test("of several: the product of their targets", () => {
    expect(problems(onTwo(99.85), ...two)).toEqual([]);
    expect(problems(onTwo(99.9), ...two)).toEqual([
      "orders.objectives[0].target: expected at most 99.85: orders cannot work without ledger (99.9%) and payments (99.95%), and 99.9% x 99.95% = 99.85005%, got 99.9; lower it, or raise each of them to at least 99.95",
    ]);
  });

  test.each([99.8, 99.8001, 99.85, 99.9, 99.95, 99.99, 99.999])(
    "both numbers that an error names work, at %d",
    (target) => {
      const weak = [service("aa", [promising(98)]), service("bb", [promising(98)])];
      const on = (own: number) => service("orders", [promising(own)], ["aa", "bb"]);
      const [error] = problems(on(target), ...weak) as [string];
      const [, highest, lowest] = /expected at most ([\d.]+): .* at least ([\d.]+)$/.exec(error)!;
      expect(problems(on(Number(highest)), ...weak)).toEqual([]);
      const raised = ["aa", "bb"].map((name) => service(name, [promising(Number(lowest))]));
      expect(problems(on(target), ...raised)).toEqual([]);
      const lower = ["aa", "bb"].map((name) => service(name, [promising(Number(lowest) - 0.0001)]));
      expect(problems(on(target), ...lower)).toHaveLength(1);
    },
  );

  test("requests that a dependency fails are requests that its caller fails", () => {
    const asked = (name: string, target: number, dependsOn: readonly string[] = []) => ({
      ...storefront,
      ...{ name, dependsOn },
      objectives: [{ ...storefront.objectives[0]!, target }],
    });
    const [shop, stock] = [asked("shop", 99.9, ["stock"]), asked("stock", 99.5)];
    expect(problems(shop, stock)).toEqual([
      "shop.objectives[0].target: expected at most 99.5: shop cannot work without stock (99.5%), got 99.9; lower it, or raise that to at least 99.9",
    ]);
    const minutes = stock.objectives.map((one) => ({ ...one, sliceTarget: 99 }));
    expect(problems(shop, { ...stock, objectives: minutes })).toEqual([]);
  });

  test("the strongest of a dependency's promises counts, over whichever window", () => {
    const both = [{ ...promising(99), window: "7d" } as const, promising(99.9)].map(
      (one, index) => ({
        ...one,
        name: `success-${index}`,
      }),
    );
    const payments = service("payments", both);
    expect(problems(service("orders", [promising(99.9)], ["payments"]), payments)).toEqual([]);
    const quarter = { ...promising(99.95), window: "90d" } as const;
    expect(problems(service("orders", [quarter], ["payments"]), payments)).toHaveLength(1);
  });

  test("what a dependency does not promise is not held against anybody", () => {
    const payments = service("payments", [{ ...freshness, target: 94 }]);
    expect(problems(service("orders", [promising(99.99)], ["payments"]), payments)).toEqual([]);
  });

  test.each([
    ["4m", 0],
    ["5m", 1],
    ["6m", 1],
  ] as const)(
    "late by %s, a dependency of 94%% makes %d promises of 5m too high",
    (late, count) => {
      const payments = service("payments", [{ ...freshness, target: 94, threshold: late }]);
      const own = service("orders", [{ ...freshness, target: 99, threshold: "5m" }], ["payments"]);
      expect(problems(own, payments)).toHaveLength(count);
    },
  );
});

describe("a dependency", () => {
  const payments = service("payments", []);

  test.each([
    ["itself", ["orders"], 'orders.dependsOn[0]: expected another service, got "orders" itself'],
    [
      "twice",
      ["payments", "payments"],
      'orders.dependsOn[1]: expected each service once, got "payments" twice',
    ],
    [
      "nobody knows",
      ["billing"],
      'orders.dependsOn[0]: expected a service of the environment dev (orders, payments), got "billing"',
    ],
  ])("that is named %s is an error", (_claim, dependsOn, error) => {
    expect(problems(service("orders", [promising(99)], dependsOn), payments)).toEqual([error]);
  });

  test("may depend back: neither promises more than the other", () => {
    const one = service("orders", [promising(99.9)], ["payments"]);
    const other = (target: number) => service("payments", [promising(target)], ["orders"]);
    expect(problems(one, other(99.9))).toEqual([]);
    expect(problems(one, other(99.95))).toHaveLength(1);
  });
});
