import { readBudget } from "../../../policies/gate/freeze/budget";
import { reportBudgets, type BudgetReport } from "../../../operations/budget/report";
import type { Sample } from "../../../operations/budget/prometheus";
import type { BudgetState } from "../../../operations/budget/state";
import { renderText } from "../../../operations/budget/text";
import { exitCodeOf } from "../../../operations/budget/command";
import { orders } from "../../../environments/services/orders";
import { settle } from "../../../model/settle";
import { estate, findEnvironment } from "../../dashboards/estate";

const ORDERS_IN_DEV = settle({ ...findEnvironment("dev").declaration, services: [orders] });

const at = new Date("2026-01-15T12:00:00Z");
const REMAINING = "slo:period_error_budget_remaining:ratio";
const ratio = (window: string) => `slo:sli_error:ratio_rate${window}`;

const sample = (name: string, objective: string, value: number, labels = {}): Sample => ({
  labels: {
    ...{ __name__: name, sloth_id: `orders-${objective}`, environment: "dev", cell: "c01" },
    ...labels,
  },
  value,
});

const good = [
  sample(REMAINING, "success", 0.9),
  sample(REMAINING, "freshness", 0.8),
  sample(ratio("1h"), "success", 0.0005),
  sample(ratio("1h"), "freshness", 0.01),
];

async function report(
  samples: readonly Sample[],
  missing?: BudgetState,
  environments = [ORDERS_IN_DEV],
): Promise<BudgetReport> {
  return reportBudgets(environments, async () => samples, { at, missing });
}

test("each service has its state, what is left, and how fast it burns", async () => {
  expect(await report(good)).toEqual({
    schema: "plinth.budget/v1",
    asOf: "2026-01-15T12:00:00.000Z",
    services: {
      orders: {
        state: "ok",
        slos: [
          { id: "orders-success", remaining: 0.9, burn: 0.5, window: "30d" },
          { id: "orders-freshness", remaining: 0.8, burn: 2, window: "30d" },
        ],
      },
    },
  });
});

test("the worst SLO decides", async () => {
  const spent = await report([...good, sample(REMAINING, "freshness", -0.2)]);
  expect(spent.services["orders"]).toMatchObject({ state: "frozen" });
  expect(exitCodeOf(spent)).toBe(2);
  const burning = await report([
    ...good,
    sample(ratio("5m"), "success", 0.02),
    sample(ratio("1h"), "success", 0.02),
  ]);
  expect(burning.services["orders"]).toMatchObject({ state: "caution" });
  expect(exitCodeOf(burning)).toBe(3);
  expect(exitCodeOf(await report(good))).toBe(0);
});

test("of replicas that differ the worse is believed, and NaN is no data", async () => {
  const replicas = [
    ...good,
    sample(REMAINING, "success", 0.1, { replica: "b" }),
    sample(REMAINING, "freshness", Number.NaN, { replica: "b" }),
  ];
  expect((await report(replicas)).services["orders"]?.slos.map((slo) => slo.remaining)).toEqual([
    0.1, 0.8,
  ]);
});

test("samples of another environment or cell are not taken for this one's", async () => {
  const foreign = good.map(({ labels, value }) => ({ labels: { ...labels, cell: "c02" }, value }));
  await expect(report(foreign)).rejects.toThrow("no data for orders-success (dev, c01)");
});

describe("an SLO without data", () => {
  const half = good.slice(0, 1);

  test("is an error that names it, unless somebody says what it means", async () => {
    await expect(report(half)).rejects.toThrow(
      "no data for orders-freshness (dev, c01); are the rules loaded and the exporters scraped? --missing frozen, caution or ok says what that shall mean",
    );
    await expect(report([...half, sample(REMAINING, "freshness", Number.NaN)])).rejects.toThrow(
      "orders-freshness",
    );
  });

  test.each(["ok", "caution", "frozen"] as const)(
    "counts as %s when that is said",
    async (state) => {
      const { services } = await report(half, state);
      expect(services["orders"]).toMatchObject({
        state,
        slos: [{ remaining: 0.9 }, { id: "orders-freshness", remaining: null, burn: null }],
      });
    },
  );

  test("does not hide that another one is spent", async () => {
    const { services } = await report([sample(REMAINING, "success", 0)], "ok");
    expect(services["orders"]?.state).toBe("frozen");
  });
});

test("a service in several environments has the worst state of them, and one entry an SLO", async () => {
  const places = estate.flatMap(({ name }, n) =>
    good.map(({ labels, value }) => ({
      labels: { ...labels, environment: name },
      value: labels["__name__"] === REMAINING ? value - n * 0.5 : value,
    })),
  );
  const { services } = await report(places, "ok", [...estate]);
  expect(services["orders"]).toMatchObject({
    state: "frozen",
    slos: [
      { id: "orders-success", remaining: -0.1 },
      { id: "orders-freshness", remaining: -0.2 },
    ],
  });
});

test("people read a line an SLO", async () => {
  expect(renderText(await report(good.slice(0, 1), "caution"))).toBe(`\
service  state    SLO               budget left  burn (1h)  period
orders   caution  orders-success         90.00%      0.00x  30d
                  orders-freshness      no data    no data  30d
as of 2026-01-15T12:00:00.000Z
`);
});

test("the gate reads what is reported: measured, without data, and of a service that promises nothing", async () => {
  const dev = findEnvironment("dev");
  const [orders] = dev.services;
  if (orders === undefined) throw new Error("no service");
  const silent = { ...dev, services: [orders, { ...orders, name: "mail", objectives: [] }] };
  const reports = [await report(good, undefined, [silent]), await report([], "caution", [silent])];
  const read = reports.map((one) => readBudget(Buffer.from(JSON.stringify(one))));
  expect(
    read.map(({ services }) => [...services].map(([name, { state }]) => [name, state])),
  ).toEqual([
    [
      ["mail", "ok"],
      ["orders", "ok"],
    ],
    [
      ["mail", "ok"],
      ["orders", "caution"],
    ],
  ]);
  expect(read.map(({ asOf }) => asOf)).toEqual([at, at]);
  expect(read[1]?.services.get("orders")?.slos[0]).toMatchObject({ remaining: null, burn: null });
});
