import { firingMinutes } from "../../bench/slo/replay";
import { rulesOf } from "../../bench/slo/rules";
import { scoreOf } from "../../bench/slo/score";
import { traceOf, KINDS, MINUTES, type Minute, type Trace } from "../../bench/slo/trace";
import { Truth } from "../../bench/slo/truth";
import { slosOf } from "../../dashboards/slo/slo";
import { devGcp } from "../../environments/dev-gcp";
import { settle } from "../../model/settle";

const environment = settle(devGcp);
const [slo] = environment.services.flatMap((service) => slosOf(service, environment));

describe("a trace", () => {
  test("is the same in every run, and another for each number", () => {
    expect(traceOf(7, 0.001, 300)).toEqual(traceOf(7, 0.001, 300));
    expect(traceOf(7, 0.001, 300)).not.toEqual(traceOf(12, 0.001, 300));
  });

  test("is of each kind in turn, and has events that fail", () => {
    const traces = KINDS.map((_, number) => traceOf(number, 0.001, 300));
    expect(traces.map(({ kind }) => kind)).toEqual(KINDS);
    for (const { minutes } of traces) {
      expect(minutes).toHaveLength(MINUTES);
      expect(minutes.some(({ bad }) => bad > 0)).toBe(true);
    }
  });

  test("of missing data hides minutes, none at the end of an hour", () => {
    const { minutes } = traceOf(KINDS.indexOf("missing data"), 0.001, 300);
    const unseen = [...minutes.keys()].filter((minute) => minutes[minute]!.unseen);
    expect(unseen.length).toBeGreaterThan(1);
    expect(unseen.filter((minute) => minute % 60 === 0)).toEqual([]);
  });
});

describe("rules as queries", () => {
  const labels = { sloth_id: "a" };
  const rules = rulesOf([
    { record: "slo:sli_bad:count1m", expr: "sum(bad)", labels },
    { record: "slo:ratio", expr: 'sum_over_time(slo:sli_bad:count1m{sloth_id="a"}[5m])', labels },
    {
      record: "slo:period_error_budget_remaining:ratio",
      expr: '1 - slo:ratio{sloth_id="a"}',
      labels,
    },
    {
      alert: "Burn",
      expr: 'slo:ratio{sloth_id="a"} > 1',
      for: "1h4m0s",
      labels: { sloth_severity: "page" },
    },
    { alert: "Burn", expr: 'slo:ratio{sloth_id="a"} > 0', labels: { sloth_severity: "ticket" } },
  ]);
  const ratio =
    'label_replace((sum_over_time(slo:sli_bad:count1m{sloth_id="a"}[5m])), "sloth_id", "a", "", "")';

  test("record first what is read over a range", () => {
    expect(rules.recordings).toEqual([
      { selector: 'slo:sli_bad:count1m{sloth_id="a"}', query: "sum(bad)" },
    ]);
  });

  test("hold what is read at the same moment, with its labels", () => {
    expect(rules.pages).toEqual([{ query: `${ratio} > 1`, forMinutes: 64 }]);
    expect(rules.remaining).toBe(`1 - ${ratio}`);
  });
});

test("an alert fires after its wait, in each stretch anew", () => {
  const found = [[1, 2, 3, 4, 7, 8, 9].map((minute) => [minute, 1] as const)];
  expect(firingMinutes({ forMinutes: 2 }, found)).toEqual([3, 4, 9]);
  expect(firingMinutes({ forMinutes: 0 }, found)).toEqual([1, 2, 3, 4, 7, 8, 9]);
});

describe("the score", () => {
  const minute = (bad: number): Minute => ({ good: 300 - bad, bad, unseen: false });
  const minutes = Array.from({ length: MINUTES }, (_, at) =>
    minute(at >= 600 && at < 700 ? 300 : 0),
  );
  const trace: Trace = { kind: "outage", minutes, begins: [600] };
  const truth = new Truth(slo!, trace);
  const score = (pages: readonly number[], remaining: readonly [number, number][] = []) =>
    scoreOf(truth, trace.begins, { pages: new Set(pages), remaining: new Map(remaining) });

  test("knows a burn without a page", () => {
    expect(score([])).toMatchObject({ burns: 1, missed: 1, falsePages: 0, delays: [] });
  });

  test("knows a page without a burn, and how late the right one is", () => {
    expect(score([300, 604])).toMatchObject({ missed: 0, falsePages: 1, delays: [4] });
  });

  test("knows how wrong a budget is, in percentage points, and that NaN is no answer", () => {
    const { errors, silent } = score(
      [],
      [
        [60, 0.9],
        [120, NaN],
      ],
    );
    expect(errors).toEqual([expect.closeTo(10, 9)]);
    expect(silent).toBe(MINUTES / 60 - 2);
  });
});
