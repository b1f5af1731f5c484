import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { settle } from "../../../model/settle";
import { bake, bakedText, watchedAfter, type Watched } from "../../../operations/cells/bake";
import { waveOf } from "../../../operations/cells/flags";
import { wavePlan } from "../../../operations/cells/plan";
import type { Sample } from "../../../operations/budget/prometheus";

const services = [orders];
const pool = { pool: "10.64.0.0/10", nat: "single" } as const;
const plan = wavePlan(
  settle({ ...dev, network: pool, services, cells: { fleet: 12, networkPrefix: 20 } }),
);

const watched = watchedAfter(plan, waveOf(plan, "one"));

const page: Sample = {
  labels: {
    ...{ alertname: "OrdersSuccessErrorBudgetBurn", cell: "c02" },
    ...{ sloth_service: "orders", sloth_slo: "success" },
  },
  value: 1,
};

/** Bakes with what Prometheus answers at each minute; undefined is no answer. Looks once a minute. */
async function baked(
  answers: (minute: number) => readonly Sample[] | undefined,
  {
    known = ["c01", "c02"],
    absent = [],
    of = watched,
  }: { known?: readonly string[]; absent?: readonly Sample[]; of?: Watched } = {},
) {
  let time = 0;
  const told: string[] = [];
  const asked: string[] = [];
  const query = (promql: string) => {
    if (promql.startsWith("count by (cell)"))
      return Promise.resolve(known.map((cell) => ({ labels: { cell }, value: 1 })));
    if (promql.includes("MetricAbsent")) return Promise.resolve(absent);
    asked.push(promql);
    const answer = answers(time / 60_000);
    return answer ? Promise.resolve(answer) : Promise.reject(new Error("no answer (refused)"));
  };
  const sleep = (milliseconds: number) => Promise.resolve((time += milliseconds));
  const clock = { now: () => time, sleep };
  const result = await bake(of, { query, clock, every: 60_000, tell: (line) => told.push(line) });
  return { result, told, asked };
}

test("all cells that the change has reached are watched, for as long as the wave says", async () => {
  const { result, asked, told } = await baked(() => []);
  expect(result).toEqual({
    ...{ schema: "plinth.bake/v1", environment: "dev", cells: ["c01", "c02"] },
    ...{ verdict: "quiet", minutes: 60, alerts: [] },
  });
  expect(new Set(asked)).toEqual(
    new Set(['ALERTS{alertstate="firing", severity="page", environment="dev", cell=~"c01|c02"}']),
  );
  expect(asked).toHaveLength(61);
  expect(told.at(-1)).toBe("quiet for 59 of 60 minutes");
  expect(bakedText(result)).toBe("c01 to c02 (2): quiet for 60 minutes\n");
});

test("a page ends it at once", async () => {
  const { result, asked } = await baked((minute) => (minute < 7 ? [] : [page]));
  expect(result).toMatchObject({ verdict: "burning", minutes: 7, alerts: [page.labels] });
  expect(asked).toHaveLength(8);
  expect(bakedText(result)).toBe(
    "c01 to c02 (2): stop, after 7 minutes\n  OrdersSuccessErrorBudgetBurn pages in c02: orders, success\n",
  );
});

test("a page in the last look counts", async () => {
  const { result } = await baked((minute) => (minute < 60 ? [] : [page]));
  expect(result.verdict).toBe("burning");
});

test("a cell whose rules nobody evaluates is not quiet", async () => {
  await expect(baked(() => [], { known: ["c01"] })).rejects.toThrow(
    "--prometheus: expected the SLO rules of c02 (sloth_slo_info), without which nothing can be seen to burn; load out/dev/prometheus/rules there",
  );
});

test("what stayed quiet since nothing was measured was not quiet", async () => {
  const labels = { alertname: "OrdersSuccessMetricAbsent", cell: "c02" };
  await expect(baked(() => [], { absent: [{ labels, value: 1 }] })).rejects.toThrow(
    "nothing is known of some objectives, so nobody knows what burns: OrdersSuccessMetricAbsent in c02",
  );
});

test("four minutes of silence are told, five end it", async () => {
  const gap = (to: number) => (minute: number) => (minute > 10 && minute <= to ? undefined : []);
  const { result, told } = await baked(gap(14));
  expect(result.verdict).toBe("quiet");
  expect(told).toContain("no answer, asked again: no answer (refused)");
  await expect(baked(gap(15))).rejects.toThrow(
    "nothing was seen for 5 minutes, so nobody knows what burns: no answer (refused)",
  );
});

test("silence at the end is no quiet end", async () => {
  const { result } = await baked((minute) => (minute >= 60 && minute < 63 ? undefined : []));
  expect(result).toMatchObject({ verdict: "quiet", minutes: 60 });
  const { result: burning } = await baked((minute) =>
    minute < 60 ? [] : minute < 63 ? undefined : [page],
  );
  expect(burning.verdict).toBe("burning");
});

test("nothing waits for the last wave, and a wave that a fleet has not is none", () => {
  expect(() => watchedAfter(plan, waveOf(plan, "rest"))).toThrow(
    "--wave: rest is the last wave of dev: nothing waits for it",
  );
  const alone = wavePlan(settle(dev));
  expect(() => waveOf(alone, "tenth")).toThrow(
    "--wave: expected one of dev's waves, which are sandbox, got tenth",
  );
});
