import { stringify } from "yaml";
import { alertPolicies } from "../../dashboards/managed/google";
import { settle } from "../../model/settle";
import { toolPath } from "../../tools/find";
import { MANAGED } from "../constructs/gcp/support";
import { Outdir, run } from "./outdir";

/**
 * The queries that Cloud Monitoring is given, evaluated by Prometheus over the metrics that it has there: counters of
 * what happened, as its PromQL shows deltas.
 */
jest.setTimeout(120_000);

const out = new Outdir();
afterAll(() => out.remove());

const policies = alertPolicies(settle(MANAGED))!;

const rules = {
  groups: [
    {
      name: "policies",
      interval: "1m",
      rules: policies.map(({ id, query, seconds }) => ({
        alert: id,
        expr: query,
        ...(seconds > 0 && { for: `${seconds}s` }),
      })),
    },
  ],
};

const series = (metric: string, more = ""): string =>
  `pubsub_googleapis_com:subscription_${metric}{monitored_resource="pubsub_subscription", subscription_id="dev-gcp-c01-orders-events"${more}}`;

interface Minutes {
  readonly acknowledged: string;
  readonly deadLettered: string;
  readonly age: string;
  readonly waiting?: string;
}

/** Asserts which policies fire after so many minutes. */
async function expectFiring(name: string, minutes: Minutes, at: string, firing: readonly string[]) {
  const test = {
    rule_files: ["rules.yaml"],
    evaluation_interval: "1m",
    tests: [
      {
        interval: "1m",
        input_series: [
          {
            series: series("push_request_count", ', response_class="ack"'),
            values: minutes.acknowledged,
          },
          { series: series("dead_letter_message_count"), values: minutes.deadLettered },
          { series: series("oldest_unacked_message_age"), values: minutes.age },
          { series: series("num_undelivered_messages"), values: minutes.waiting ?? "0x1000" },
        ],
        alert_rule_test: policies.map(({ id }) => ({
          eval_time: at,
          alertname: id,
          exp_alerts: firing.includes(id) ? [{ exp_labels: labelsOf(id) }] : [],
        })),
      },
    ],
  };
  out.write("rules.yaml", stringify(rules));
  const file = out.write(`${name}.yaml`, stringify(test, { lineWidth: 0 }));
  const { exitCode, output } = await run(toolPath("promtool"), ["test", "rules", file]);
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
}

/** `absent()` gives the labels that it was asked for; sums have none. */
const labelsOf = (id: string): object =>
  id.endsWith("-absent")
    ? {
        monitored_resource: "pubsub_subscription",
        subscription_id: "dev-gcp-c01-orders-events",
      }
    : {};

const tiers = (objective: string): string[] =>
  ["fast", "slow", "steady", "drip"].map((tier) => `orders-${objective}-${tier}`);

const healthy: Minutes = { acknowledged: "0+300x1000", deadLettered: "0x1000", age: "5x1000" };

test("promtool accepts every query", async () => {
  const file = out.write("checked.yaml", stringify(rules));
  const { exitCode, output } = await run(toolPath("promtool"), ["check", "rules", file]);
  expect({ exitCode, output }).toEqual({
    exitCode: 0,
    output: expect.stringContaining("10 rules found"),
  });
});

test("a service that keeps its promises alerts nobody", () =>
  expectFiring("healthy", healthy, "14h", []));

test("a total outage fires every tier of what it breaks, and nothing else", () =>
  expectFiring(
    "outage",
    { ...healthy, acknowledged: "0x1000", deadLettered: "0+300x1000" },
    "3h",
    tiers("success"),
  ));

test("a lone dead letter alerts nobody, busy or quiet", () =>
  expectFiring(
    "lone",
    { ...healthy, acknowledged: "0x1000", deadLettered: "0x60 1x900" },
    "62m",
    [],
  ));

test("what is late for hours fires every tier of freshness", () =>
  expectFiring("late", { ...healthy, age: "600x1000" }, "3h", tiers("freshness")));

test("errors that stopped are over when the short window is", () =>
  expectFiring("over", { ...healthy, deadLettered: "0+30x30 900x900" }, "50m", [
    "orders-success-slow",
    "orders-success-steady",
    "orders-success-drip",
  ]));

test("without data two tickets say so", () =>
  expectFiring("blind", { acknowledged: "0", deadLettered: "0", age: "5", waiting: "0" }, "3h", [
    "orders-success-absent",
    "orders-freshness-absent",
  ]));
