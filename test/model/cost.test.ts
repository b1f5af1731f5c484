import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dev } from "../../environments/dev";
import { devGcp } from "../../environments/dev-gcp";
import { prod } from "../../environments/prod";
import { settleCost } from "../../model/cost/cost";
import type { CostDeclaration } from "../../model/cost/declaration";
import type { AwsEnvironment } from "../../model/environment";
import { problemsOf, settle, settleAll } from "../../model/settle";

const COST = { monthly: 200, notify: { emails: ["costs@example.com"] } } satisfies CostDeclaration;
const monitor = (account: string) =>
  `arn:aws:ce::${account}:anomalymonitor/12345678-1234-1234-1234-123456789012`;

const said = (cost: object, environment: object = dev) =>
  problemsOf({ ...environment, cost } as AwsEnvironment).map(
    ({ path, message }) => `${path}: ${message}`,
  );

describe("what is left out is settled", () => {
  test("four fifths and all that is spent, all that is forecast, of the whole account; anomalies from a tenth", () => {
    expect(settleCost(COST, "production")).toEqual({
      ...{ monthly: 200, emails: ["costs@example.com"], topic: false },
      ...{ spent: [80, 100], forecast: [100], scope: "account" },
      anomalies: { impact: 20, monitor: "made" },
      idle: { afterDays: 14, expected: [] },
    });
  });

  test("a tenth is rounded up to a whole dollar", () => {
    expect(settleCost({ ...COST, monthly: 8.5 }, "production").anomalies?.impact).toBe(1);
  });

  test("what is declared stays, and nobody has to be told of anomalies", () => {
    const declared: CostDeclaration = {
      ...{ monthly: 10, spent: [50], forecast: [], notify: { topic: true } },
      scope: "environment",
      anomalies: "none",
    };
    expect(settleCost(declared, "development")).toEqual({
      ...{ monthly: 10, emails: [], topic: true, spent: [50], forecast: [] },
      ...{ scope: "environment", anomalies: undefined, idle: undefined },
    });
  });

  test("an environment without a budget has none", () => {
    const unguarded = { ...dev, cost: undefined as never };
    expect(settle(unguarded).cost).toBeUndefined();
  });
});

test("dev and prod are guarded", () => {
  expect([dev, prod].map((one) => settle(one).cost?.monthly)).toEqual([200, 2_000]);
});

const IDLE =
  'expected { after: a number of days from "1d" to "60d", expected: a list of resources } or "none"';

test.each<[string, object, string]>([
  [
    "a fortnight in words",
    { ...COST, idle: { after: "two weeks" } },
    `idle: ${IDLE}, got {"after":"two weeks"}`,
  ],
  [
    "longer than samples are kept",
    { ...COST, idle: { after: "61d" } },
    `idle: ${IDLE}, got {"after":"61d"}`,
  ],
  [
    "something idle that is not there",
    { ...COST, idle: { expected: ["orders.stores.sate"] } },
    'idle.expected[0]: expected a part of orders.function, orders.queue, orders.stores.state, storefront.function, storefront.stores.catalogue, checkout.containers, checkout.stores.orders, checkout.stores.carts, loadBalancer, network.nat.a, got "orders.stores.sate"',
  ],
  ["idleness that is neither", { ...COST, idle: "always" }, `idle: ${IDLE}, got "always"`],
  [
    "no amount",
    { notify: COST.notify },
    "monthly: expected US dollars, more than 0 and in whole cents, got nothing",
  ],
  [
    "nothing to spend",
    { ...COST, monthly: 0 },
    "monthly: expected US dollars, more than 0 and in whole cents, got 0",
  ],
  [
    "parts of a cent",
    { ...COST, monthly: 1.005 },
    "monthly: expected US dollars, more than 0 and in whole cents, got 1.005",
  ],
  [
    "nobody who is told",
    { ...COST, notify: {} },
    "notify: expected emails, a topic or both, got neither: nobody would be told",
  ],
  [
    "a topic that is not made, and no address",
    { ...COST, notify: { topic: false } },
    "notify: expected emails, a topic or both, got neither: nobody would be told",
  ],
  [
    "no address of mail",
    { ...COST, notify: { emails: ["#platform"] } },
    'notify.emails[0]: expected an address such as costs@example.com, got "#platform"',
  ],
  [
    "an empty list",
    { ...COST, notify: { emails: [] } },
    "notify.emails: expected 1 to 10 addresses, got 0",
  ],
  [
    "more addresses than AWS takes",
    { ...COST, notify: { emails: many(11) } },
    "notify.emails: expected 1 to 10 addresses, got 11",
  ],
  [
    "an address twice",
    { ...COST, notify: { emails: ["a@b.de", "a@b.de"] } },
    'notify.emails: expected each name once, got "a@b.de" twice',
  ],
  [
    "a threshold of nothing",
    { ...COST, spent: [0] },
    "spent[0]: expected a percentage of the budget, more than 0 and at most 1000, got 0",
  ],
  [
    "a threshold twice",
    { ...COST, spent: [80, 80] },
    'spent: expected each name once, got "80" twice',
  ],
  [
    "a forecast twice",
    { ...COST, forecast: [100, 100] },
    'forecast: expected each name once, got "100" twice',
  ],
  [
    "no threshold",
    { ...COST, spent: [], forecast: [] },
    "spent: expected 1 to 10 thresholds together with forecast, got 0",
  ],
  [
    "more thresholds than AWS takes",
    { ...COST, spent: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    "spent: expected 1 to 10 thresholds together with forecast, got 11",
  ],
  [
    "a scope of a service",
    { ...COST, scope: "orders" },
    'scope: expected "account" or "environment", got "orders"',
  ],
  [
    "an impact of nothing",
    { ...COST, anomalies: { impact: 0 } },
    'anomalies: expected { impact: US dollars, monitor: "made" or an ARN } or "none", got {"impact":0}',
  ],
  [
    "a monitor by its name",
    { ...COST, anomalies: { monitor: "Default" } },
    'anomalies: expected { impact: US dollars, monitor: "made" or an ARN } or "none", got {"monitor":"Default"}',
  ],
  [
    "a monitor of another account",
    { ...COST, anomalies: { monitor: monitor("210987654321") } },
    `anomalies.monitor: expected a monitor of the account 123456789012, got one of 210987654321`,
  ],
])("%s is a problem", (_, cost, message) => {
  expect(said(cost)).toEqual([`dev.cost.${message}`]);
});

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `costs-${index}@example.com`);
}

describe("where AWS has no budgets in US dollars", () => {
  test("Google Cloud's budgets are not built yet, and a budget there says so", () => {
    expect(said(COST, devGcp)).toEqual([
      "dev-gcp.cost: expected none on Google Cloud, where a budget is the billing account's and Plinth makes none yet; remove it, and make one by hand (docs/clouds.md)",
    ]);
  });

  test("nor has an account of another partition one", () => {
    expect(said(COST, { ...dev, region: "us-gov-west-1", services: [] })).toEqual([
      "dev.cost: expected none in us-gov-west-1, whose accounts have no budgets in US dollars of their own; remove it",
    ]);
  });
});

describe("two environments of one account", () => {
  const second = (cost: CostDeclaration) => () =>
    settleAll([
      dev,
      {
        ...{ ...dev, name: "dev-two", stateBucket: "example-two", cost },
        network: { pool: "10.33.0.0/16", nat: "single" },
      },
    ]);

  test("would count the same money, and make a second monitor", () => {
    expect(second(COST)).toThrow(
      'dev-two.cost.scope: expected "environment": dev counts all of the account 123456789012, and so would this\n' +
        'dev-two.cost.anomalies: expected "none" or the ARN of a monitor: dev makes it, and the account 123456789012 can have one of services only',
    );
  });

  test("have a budget each where one counts its tag, and share the monitor", () => {
    const shared: CostDeclaration = {
      ...COST,
      scope: "environment",
      anomalies: { monitor: monitor(dev.account) },
    };
    expect(second(shared)).not.toThrow();
    expect(second({ ...COST, scope: "environment", anomalies: "none" })).not.toThrow();
  });

  test("of two accounts nothing is shared", () => {
    expect(() => settleAll([dev, prod])).not.toThrow();
  });
});

describe("docs/cost.md", () => {
  const root = join(__dirname, "..", "..");
  const page = readFileSync(join(root, "docs", "cost.md"), "utf8");

  test("shows declarations that are taken", () => {
    const shown = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
    expect(shown.length).toBeGreaterThan(1);
    for (const text of shown) {
      const { cost } = new Function(`return {${text}};`)() as { cost: CostDeclaration };
      expect(said(cost)).toEqual([]);
    }
  });

  test("names every property that has a default", () => {
    const source = readFileSync(join(root, "model", "cost", "declaration.ts"), "utf8");
    const optional = [...source.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name]) => name);
    expect(optional.length).toBeGreaterThan(5);
    for (const name of optional)
      expect(page).toMatch(new RegExp(`^\\| \`(\\w+\\.)?${name}\` \\|`, "m"));
  });
});
