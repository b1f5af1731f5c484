import { judge } from "../../../policies/gate";
import { environmentOf, MANAGED, resource, resources, stacksOf } from "./support";

const stacks = stacksOf(MANAGED);
const json = stacks["dev-gcp-observability"]!;
const policyOf = (id: string) =>
  resource(json, `google_monitoring_alert_policy.slo_orders_${id.replaceAll("-", "_")}`);

interface Condition {
  readonly condition_prometheus_query_language: {
    readonly query: string;
    readonly duration: string;
    readonly labels: Readonly<Record<string, string>>;
  };
}

const conditionOf = (id: string) => {
  const [condition] = policyOf(id).conditions as readonly Condition[];
  return condition!.condition_prometheus_query_language;
};

test("an environment that asks for it has a stack of what watches it, before its cells", () => {
  expect(Object.keys(stacks)).toEqual([
    "dev-gcp-bootstrap",
    "dev-gcp-observability",
    "dev-gcp-c01",
  ]);
  expect(Object.keys(stacksOf(environmentOf()))).toEqual(["dev-gcp-bootstrap", "dev-gcp-c01"]);
});

test("each objective has a policy for each tier, and one for missing data", () => {
  expect(resources(json).map(({ address }) => address.split(".slo_orders_")[1])).toEqual([
    ...["success_fast", "success_slow", "success_steady", "success_drip", "success_absent"],
    ...["freshness_fast", "freshness_slow", "freshness_steady", "freshness_drip"],
    "freshness_absent",
  ]);
});

test("the records are written into the query, over Cloud Monitoring's own metrics", () => {
  const one = `monitored_resource="pubsub_subscription", subscription_id="dev-gcp-c01-orders-events"`;
  const bad = (window: string) =>
    `(sum(increase(pubsub_googleapis_com:subscription_dead_letter_message_count{${one}}[${window}])) or vector(0))`;
  const good = (window: string) =>
    `(sum(increase(pubsub_googleapis_com:subscription_push_request_count{${one}, response_class="ack"}[${window}])) or vector(0))`;
  const ratio = (window: string) => `${bad(window)} / ((${good(window)} + ${bad(window)}) > 0)`;
  expect(conditionOf("success-fast").query.split("\nand ")).toEqual([
    `${ratio("5m")} > 0.0144`,
    `${ratio("1h")} > 0.0144`,
    `${bad("1h")} >= 3`,
  ]);
});

test("a page goes to the one who is paged, at once; missing data to the other, after 15 minutes", () => {
  expect(policyOf("success-fast")).toMatchObject({
    severity: "CRITICAL",
    notification_channels: [MANAGED.managedAlerting!.page],
    user_labels: { service: "platform", owner: "platform", environment: "dev-gcp" },
  });
  expect(conditionOf("success-fast")).toMatchObject({
    duration: "0s",
    labels: { sloth_id: "orders-success", burn_tier: "fast" },
  });
  expect(policyOf("success-absent")).toMatchObject({
    severity: "WARNING",
    notification_channels: [MANAGED.managedAlerting!.ticket],
  });
  expect(conditionOf("success-absent").duration).toBe("900s");
});

test("whoever is told reads what burns, what to do first, and where runbook and board are", () => {
  const { documentation } = policyOf("freshness-slow") as {
    documentation: { content: string; links: readonly { url: string }[] };
  };
  expect(documentation.content).toContain("Over both 30m and 6h it is more than 3%");
  expect(documentation.content).toContain("1. Compare events sent with events deleted");
  expect(documentation.links.map(({ url }) => url)).toEqual([
    "https://runbooks.dev.example.com/dev-gcp/orders-freshness-error-budget-burn.md",
    "https://grafana.dev.example.com/d/dev-gcp-orders?viewPanel=102",
  ]);
});

test("the gate passes it", async () => {
  const file = { name: "cdk.tf.json", bytes: Buffer.from(JSON.stringify(json)) };
  const verdict = await judge([file], { now: new Date(0), stage: "synth", undetermined: "deny" });
  expect(verdict).toMatchObject({ verdict: "pass", findings: [] });
});
