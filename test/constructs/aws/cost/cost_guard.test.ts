import { CostGuard } from "../../../../constructs/aws/cost/cost_guard";
import { settleCost } from "../../../../model/cost/cost";
import type { CostDeclaration } from "../../../../model/cost/declaration";
import { awsCostNames } from "../../../../model/names";
import { judge } from "../../../../policies/gate";
import { predicates } from "../../support/predicates";
import {
  COSTED,
  LOCATION,
  MANAGED,
  resource,
  statements,
  synthesizeAll,
  synthesizeOne,
} from "../../support/synth";

const guard = (declared: Partial<CostDeclaration> = {}) =>
  synthesizeOne((stack) => {
    new CostGuard(stack, "cost", {
      names: awsCostNames("dev"),
      environment: "dev",
      location: LOCATION,
      cost: settleCost(
        { monthly: 200, notify: { emails: ["a@example.com"] }, ...declared },
        "production",
      ),
      keyDeletionWindowDays: 7,
    });
  });

const TOPIC = "arn:aws:sns:us-east-1:123456789012:${aws_sns_topic.cost_topic.name}";

interface Notification {
  readonly notification_type: string;
  readonly threshold: number;
  readonly subscriber_email_addresses?: readonly string[];
  readonly subscriber_sns_topic_arns?: readonly string[];
}

const notificationsOf = (json: ReturnType<typeof guard>) =>
  resource(json, "aws_budgets_budget.cost_budget").notification as readonly Notification[];

describe("the budget", () => {
  test("is a month's, in dollars, of what is used: credits and refunds make it no smaller", () => {
    expect(resource(guard(), "aws_budgets_budget.cost_budget")).toMatchObject({
      name: "dev-observability-cost",
      budget_type: "COST",
      ...{ limit_amount: "200", limit_unit: "USD", time_unit: "MONTHLY" },
      cost_types: { include_credit: false, include_refund: false },
    });
  });

  test("tells each threshold, spent and forecast, to each address", () => {
    const json = guard({ spent: [50, 90], forecast: [110] });
    expect(notificationsOf(json).map((one) => [one.notification_type, one.threshold])).toEqual([
      ["ACTUAL", 50],
      ["ACTUAL", 90],
      ["FORECASTED", 110],
    ]);
    expect(notificationsOf(json)[0]).toEqual({
      ...{ notification_type: "ACTUAL", threshold: 50, threshold_type: "PERCENTAGE" },
      comparison_operator: "GREATER_THAN",
      subscriber_email_addresses: ["a@example.com"],
    });
  });

  test("counts the whole account, or what carries the environment's tag", () => {
    const filterOf = (json: ReturnType<typeof guard>) =>
      resource(json, "aws_budgets_budget.cost_budget").cost_filter;
    expect(filterOf(guard())).toBeUndefined();
    expect(filterOf(guard({ scope: "environment" }))).toEqual([
      { name: "TagKeyValue", values: ["user:environment$dev"] },
    ]);
  });
});

describe("anomalies", () => {
  const subscription = (frequency: string, json = guard()) =>
    resource(json, `aws_ce_anomaly_subscription.cost_anomalies_${frequency}`);

  test("are looked for service by service, and mailed once a day from a tenth of the budget on", () => {
    const json = guard();
    expect(resource(json, "aws_ce_anomaly_monitor.cost_anomalies_monitor")).toEqual({
      name: "dev-observability-cost",
      ...{ monitor_type: "DIMENSIONAL", monitor_dimension: "SERVICE" },
    });
    expect(subscription("daily", json)).toEqual({
      name: "dev-observability-cost-daily",
      frequency: "DAILY",
      monitor_arn_list: ["${aws_ce_anomaly_monitor.cost_anomalies_monitor.arn}"],
      subscriber: [{ type: "EMAIL", address: "a@example.com" }],
      threshold_expression: {
        dimension: {
          key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
          match_options: ["GREATER_THAN_OR_EQUAL"],
          values: ["20"],
        },
      },
    });
    expect(Object.keys(json.resource?.["aws_ce_anomaly_subscription"] ?? {})).toHaveLength(1);
  });

  test("are published at once where there is a topic", () => {
    const json = guard({ notify: { topic: true } });
    expect(subscription("immediate", json)).toMatchObject({
      frequency: "IMMEDIATE",
      subscriber: [{ type: "SNS", address: TOPIC }],
    });
    expect(Object.keys(json.resource?.["aws_ce_anomaly_subscription"] ?? {})).toHaveLength(1);
  });

  test("are found by the account's own monitor where it is named", () => {
    const monitor = "arn:aws:ce::123456789012:anomalymonitor/12345678-1234-1234-1234-123456789012";
    const json = guard({ anomalies: { monitor, impact: 5 } });
    expect(json.resource?.["aws_ce_anomaly_monitor"]).toBeUndefined();
    expect(subscription("daily", json)).toMatchObject({
      monitor_arn_list: [monitor],
      threshold_expression: { dimension: { values: ["5"] } },
    });
  });

  test("are nobody's where none are wanted", () => {
    const json = guard({ anomalies: "none" });
    expect(Object.keys(json.resource ?? {})).toEqual(["aws_budgets_budget"]);
  });
});

describe("the topic", () => {
  const json = guard({ notify: { emails: ["a@example.com"], topic: true } });
  const allowed = (policy: unknown) =>
    statements(policy).filter(({ Sid }) => /^(Budgets|CostAlerts)/.test(String(Sid)));

  test("is told beside the addresses, by what waits for its policy", () => {
    const policy = ["aws_sns_topic_policy.cost_topic_policy"];
    expect(notificationsOf(json)[0]?.subscriber_sns_topic_arns).toEqual([TOPIC]);
    for (const address of [
      "aws_budgets_budget.cost_budget",
      "aws_ce_anomaly_subscription.cost_anomalies_immediate",
    ])
      expect(resource(json, address).depends_on).toEqual(policy);
  });

  test("takes what both services publish for this account, over TLS alone", () => {
    const { policy } = resource(json, "aws_sns_topic_policy.cost_topic_policy");
    expect(allowed(policy)).toEqual([
      {
        ...{ Sid: "BudgetsPublish", Effect: "Allow", Action: "sns:Publish", Resource: TOPIC },
        Principal: { Service: "budgets.amazonaws.com" },
        Condition: {
          ArnLike: { "aws:SourceArn": "arn:aws:budgets::123456789012:*" },
          StringEquals: { "aws:SourceAccount": "123456789012" },
        },
      },
      {
        ...{ Sid: "CostAlertsPublish", Effect: "Allow", Action: "sns:Publish", Resource: TOPIC },
        Principal: { Service: "costalerts.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
    expect(statements(policy)).toContainEqual(
      expect.objectContaining({ Sid: "DenyInsecureTransport", Action: "sns:Publish" }),
    );
  });

  test("is encrypted with a key that both may use: else nothing that they publish would arrive", () => {
    expect(resource(json, "aws_sns_topic.cost_topic").kms_master_key_id).toBe(
      "${aws_kms_alias.cost_topic_key_alias.name}",
    );
    const { policy } = resource(json, "aws_kms_key.cost_topic_key");
    expect(allowed(policy).map(({ Principal, Action }) => [Principal, Action])).toEqual(
      ["budgets", "costalerts"].map((service) => [
        { Service: `${service}.amazonaws.com` },
        ["kms:Decrypt", "kms:GenerateDataKey"],
      ]),
    );
  });

  test("is not there unless it is wanted", () => {
    expect(guard().resource?.["aws_sns_topic"]).toBeUndefined();
    expect(guard().resource?.["aws_kms_key"]).toBeUndefined();
  });
});

describe("the stack", () => {
  const stackOf = (environment: Parameters<typeof synthesizeAll>[0] = [COSTED]) =>
    synthesizeAll(environment).find(({ id }) => id.endsWith("-observability"));

  test("is that of what watches: beside the managed engine where there is one", () => {
    const types = Object.keys(stackOf([MANAGED])?.json.resource ?? {});
    expect(types).toEqual(
      expect.arrayContaining(["aws_prometheus_workspace", "aws_budgets_budget"]),
    );
  });

  test("is there for the budget alone, and not for nothing", () => {
    expect(Object.keys(stackOf()?.json.resource ?? {})).not.toContain("aws_prometheus_workspace");
    const unguarded = { ...COSTED, cost: undefined as never };
    expect(stackOf([unguarded])).toBeUndefined();
  });

  test("says where what is published can be heard", () => {
    expect(stackOf()?.json.output?.["cost_topic_arn"]).toMatchObject({ value: TOPIC });
  });

  test.each(Object.entries(predicates))("%s", (_, failing) => {
    expect(failing(stackOf()!.json)).toEqual([]);
  });

  test("passes the gate", async () => {
    const file = { name: "cdk.tf.json", bytes: Buffer.from(JSON.stringify(stackOf()!.json)) };
    expect(await judge([file], { now: new Date(0) })).toMatchObject({
      verdict: "pass",
      findings: [],
    });
  });
});
