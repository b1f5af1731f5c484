import { burnAlarms } from "../../../model/rollout/burn_alarms";
import type { ServiceDeclaration } from "../../../model/declaration";
import {
  boxOf,
  PROMISING,
  rolled,
  rolledApi,
  rolledEvents,
  settledOne,
} from "../../constructs/support/rollout";
import { rings, type Minutes } from "./metric_math";

const api = burnAlarms(settledOne(rolledApi({ strategy: "canary" })));
const balanced = burnAlarms(settledOne(rolled(PROMISING, { strategy: "rolling" }), boxOf()));
const [answered, fast] = api;
if (answered === undefined || fast === undefined) throw new Error("expected two alarms");

const every = (minutes: number, value: number | undefined): Minutes =>
  Array.from({ length: minutes }, () => value);

/** The minutes at whose end an alarm rings. */
const ringing = (...[math, series, minutes]: Parameters<typeof rings>): number[] =>
  rings(math, series, minutes).flatMap((is, minute) => (is ? [minute] : []));

test("availability is bad of all over the long window of the fastest tier, with the rules' guard", () => {
  expect(answered).toMatchObject({
    name: "dev-c01-storefront-availability-burn",
    ...{ objective: "availability", index: 0 },
    description:
      "The budget of storefront's availability burns 14.4 times too fast over 1h: a rollout is taken back.",
  });
  expect(answered.math).toMatchObject({
    metrics: { requests: { metric: "Count" }, failed: { metric: "5xx" } },
    expressions: { burn: "IF(FILL(failed, 0) >= 11, FILL(failed, 0) / requests, 0)" },
    ...{ periodSeconds: 3_600, evaluationPeriods: 1, datapointsToAlarm: 1, threshold: 0.0144 },
  });
});

test("latency is minutes of that window, as many as the rules ask for", () => {
  expect(fast.math).toMatchObject({
    metrics: { level: { metric: "Latency", statistic: "p99" } },
    expressions: { burn: "IF(FILL(level, 0) > 800, 1, 0)" },
    ...{ periodSeconds: 60, evaluationPeriods: 60, datapointsToAlarm: 5, threshold: 0 },
  });
});

test("a load balancer's seconds are seconds", () => {
  expect(balanced[1]?.math.expressions).toEqual({ burn: "IF(FILL(level, 0) > 0.3, 1, 0)" });
});

test("the age of the oldest event is judged by the minute", () => {
  const [aged] = burnAlarms(settledOne(rolledEvents({ strategy: "linear" })));
  expect(aged?.math).toMatchObject({
    metrics: { level: { metric: "ApproximateAgeOfOldestMessage", statistic: "Maximum" } },
    expressions: { burn: "IF(FILL(level, 0) > 300, 1, 0)" },
    ...{ evaluationPeriods: 60, datapointsToAlarm: 5 },
  });
});

test("minutes of requests are judged by their share", () => {
  const declared = rolledApi({ strategy: "canary" });
  const sliced: ServiceDeclaration = {
    ...declared,
    objectives: [
      {
        ...{ name: "availability", sli: "availability", target: 99.5, window: "30d" },
        ...{ sliceTarget: 99, firstSteps: ["Look."] },
      },
    ],
  };
  const [minutes] = burnAlarms(settledOne(sliced));
  expect(minutes?.math.expressions).toEqual({
    burn: "IF(FILL(failed, 0) > 0.01 * FILL(requests, 0), 1, 0)",
  });
  const series = { requests: every(10, 100), failed: [0, 1, 2, 2, 2, 2, 2, 0, 0, 0] };
  expect(ringing(minutes!.math, series, 10)).toEqual([6, 7, 8, 9]);
});

test("a tenth of the requests that fails rings as soon as the hour's share is over the threshold", () => {
  const failed = [...every(60, 0), ...every(20, 120)];
  const series = { requests: every(80, 1_200), failed };
  expect(ringing(answered.math, series, 80)[0]).toBe(68);
});

test("a service that nobody asks rings at nothing, nor does one whose errors were never counted", () => {
  expect(ringing(answered.math, { requests: every(70, undefined) }, 70)).toEqual([]);
  expect(ringing(answered.math, { requests: every(70, 5), failed: [] }, 70)).toEqual([]);
});

test("a few errors in a quiet hour ring at nothing", () => {
  const failed = [...every(30, 0), 5, 5, ...every(8, 0)];
  expect(ringing(answered.math, { requests: every(40, 1), failed }, 40)).toEqual([]);
});

test("requests that no task answered count as far as the balancer answered them itself", () => {
  const [all] = balanced;
  const none = { good: every(10, 990), elsewhere: [], wrong: [], failed: [] };
  const series = { requests: every(10, 1_000), ...none };
  expect(ringing(all!.math, { ...series, refused: [] }, 10)).toEqual([]);
  const refused = every(10, 20);
  const lost = { ...series, good: every(10, 980), refused };
  expect(ringing(all!.math, lost, 10)).toContain(9);
  expect(ringing(all!.math, { ...series, good: every(10, 1_000), refused }, 10)).toEqual([]);
});
