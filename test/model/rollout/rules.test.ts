import { devGcp } from "../../../environments/dev-gcp";
import { storefront } from "../../../environments/services/storefront";
import type { RolloutDeclaration } from "../../../model/declaration";
import {
  boxOf,
  problemsOfRollout,
  PROMISING,
  PROMISING_MACHINES,
  rolled,
  rolledApi,
  rolledEvents,
  settledOne,
} from "../../constructs/support/rollout";

const ofApi = (rollout: RolloutDeclaration): string[] => problemsOfRollout(rolledApi(rollout));

test.each([
  [
    "rolling",
    'storefront.workload.rollout.strategy: expected "canary" or "linear" of a function, whose versions take over by shares of the calls (docs/rollouts.md), got "rolling"',
  ],
  [
    "blueGreen",
    'storefront.workload.rollout.strategy: expected "canary" or "linear" of a function, since a shift of every call at once is over before an alarm could take it back (docs/rollouts.md), got "blueGreen"',
  ],
  [
    "shadow",
    'storefront.workload.rollout.strategy: expected "canary" or "linear" of a function, since nothing of AWS gives a new version copies of calls whose answers nobody gets (docs/rollouts.md), got "shadow"',
  ],
] as const)("a function has no %s", (strategy, problem) => {
  expect(ofApi({ strategy })).toEqual([problem]);
});

test.each(["canary", "linear", "blueGreen"] as const)("containers have no %s", (strategy) => {
  expect(problemsOfRollout(rolled(PROMISING, { strategy }), boxOf())).toEqual([
    `basket.workload.rollout.strategy: expected "rolling" of a container service, which ECS shifts by shares from version 6 of the provider on, and Plinth has 5 (docs/rollouts.md), got "${strategy}"`,
  ]);
});

test.each([
  ["canary", "which their group replaces and does not weigh"],
  ["linear", "which their group replaces and does not weigh"],
  ["blueGreen", "of which there is one group"],
  ["shadow", "since nothing of AWS gives a new version copies of calls whose answers nobody gets"],
] as const)("machines have no %s", (strategy, why) => {
  expect(problemsOfRollout(rolled(PROMISING_MACHINES, { strategy }), boxOf())).toEqual([
    `search.workload.rollout.strategy: expected "rolling" of machines, ${why} (docs/rollouts.md), got "${strategy}"`,
  ]);
});

test("a strategy is one of five", () => {
  expect(ofApi({ strategy: "red" as "canary" })).toEqual([
    'storefront.workload.rollout.strategy: expected "rolling" or "canary" or "linear" or "blueGreen" or "shadow", got "red"',
  ]);
});

test("a rollout is of AWS alone", () => {
  const environment = { ...devGcp, services: [] };
  expect(problemsOfRollout(rolledEvents({ strategy: "canary" }), environment)).toEqual([
    "orders.workload.rollout: expected nothing on Google Cloud (dev-gcp), where rollouts are not built yet (docs/clouds.md); leave it out, or list the service in environments on AWS only",
  ]);
});

test("an objective is one of the service's, and one that an alarm can judge", () => {
  expect(
    problemsOfRollout(
      rolledEvents({ strategy: "canary", objectives: ["success", "speed", "freshness"] }),
    ),
  ).toEqual([
    'orders.workload.rollout.objectives[0]: expected an objective of "latency" or "freshness", which an alarm of CloudWatch can judge, got "success", which is of "success"',
    'orders.workload.rollout.objectives[1]: expected the name of an objective of the service, got "speed"',
  ]);
});

test("without an objective nothing would take a new version back", () => {
  const silent = { ...rolledApi({ strategy: "canary" }), objectives: [] };
  expect(problemsOfRollout(silent)).toEqual([
    'storefront.workload.rollout: expected an objective of "availability" or "latency", whose alarm takes a new version back, got none; declare one, or leave this out',
  ]);
});

test("warm instances and shares of calls exclude each other", () => {
  expect(problemsOfRollout(rolled(storefront, { strategy: "canary" }))).toEqual([
    "storefront.workload.rollout: expected nothing with `function.provisioned`: Lambda keeps no instances warm for an alias that shares calls out between versions; leave one of the two out",
  ]);
});

test("tasks are replaced, and not shifted by shares", () => {
  const declared = { strategy: "rolling", percent: 10, interval: "5m" } as const;
  expect(problemsOfRollout(rolled(PROMISING, declared), boxOf())).toEqual([
    'basket.workload.rollout.percent: expected nothing with "rolling", which shifts no calls, got 10',
    'basket.workload.rollout.interval: expected nothing with "rolling", which shifts no calls, got "5m"',
  ]);
});

test.each([
  [
    { strategy: "linear", percent: 60 },
    "percent: expected at most 50, or there is no step to be watched, got 60",
  ],
  [{ strategy: "canary", interval: "90s" }, 'interval: expected whole minutes, got "90s"'],
  [
    { strategy: "linear", percent: 1, interval: "30m" },
    'interval: expected steps that take 48 hours together at most, which is how long CodeDeploy shifts calls, got "30m" for each of 99',
  ],
  [{ strategy: "canary", percent: 100 }, "percent: expected a whole number from 1 to 99, got 100"],
  [
    { strategy: "canary", interval: "10m" },
    'interval: expected at least "12m": a new version that fails every call it gets is not seen by availability before all calls are its own (CloudWatch is 3 minutes behind), got "10m"',
  ],
  [
    { strategy: "canary", percent: 1, objectives: ["availability"] },
    "percent: expected more: a new version that fails every call it gets is not seen by availability before all calls are its own, however long it is watched, got 1",
  ],
] as const)("of %j the rules say what is wrong", (declared, problem) => {
  expect(ofApi(declared)).toEqual([`storefront.workload.rollout.${problem}`]);
});

test("a canary of a tenth is watched until 99.9% notices, and a linear rollout no shorter than 5 minutes a step", () => {
  const shift = (rollout: RolloutDeclaration) => settledOne(rolledApi(rollout)).rollout;
  expect(shift({ strategy: "canary" })).toEqual({
    strategy: "canary",
    shift: { percent: 10, intervalMinutes: 12 },
    objectives: ["availability", "latency"],
  });
  expect(shift({ strategy: "linear", percent: 20, objectives: ["latency"] })).toEqual({
    strategy: "linear",
    shift: { percent: 20, intervalMinutes: 5 },
    objectives: ["latency"],
  });
  expect(shift({ strategy: "canary", percent: 25, interval: "1h" })?.shift).toEqual({
    ...{ percent: 25, intervalMinutes: 60 },
  });
});

test("tasks and machines are watched by all that can be judged", () => {
  for (const service of [PROMISING, PROMISING_MACHINES])
    expect(settledOne(rolled(service, { strategy: "rolling" }), boxOf()).rollout).toEqual({
      strategy: "rolling",
      shift: undefined,
      objectives: ["answered", "fast"],
    });
});

test("who declares none has none", () => {
  expect(settledOne(storefront).rollout).toBeUndefined();
});
