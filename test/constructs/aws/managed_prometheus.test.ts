import { parse } from "yaml";
import type { TerraformJson } from "../../../constructs/terraform_json";
import { shortGroups } from "../../../dashboards/prometheus/short_groups";
import { slosOf } from "../../../dashboards/slo/slo";
import { prod } from "../../../environments/prod";
import { settle } from "../../../model/settle";
import { judge } from "../../../policies/gate";
import { MANAGED, resource, synthesizeAll } from "../support/synth";

const stacks = synthesizeAll([MANAGED]);
const { json } = stacks.find(({ id }) => id === "dev-amp-observability")!;

const definition = (of: TerraformJson): string =>
  String(
    resource(of, "aws_prometheus_alert_manager_definition.prometheus_alertmanager").definition,
  );

interface Receiver {
  readonly name: string;
  readonly sns_configs?: readonly { readonly topic_arn: string; readonly send_resolved: boolean }[];
}

const receiversOf = (of: TerraformJson): readonly Receiver[] => {
  const { alertmanager_config } = parse(definition(of)) as { alertmanager_config: string };
  return (parse(alertmanager_config) as { receivers: Receiver[] }).receivers;
};

test("an environment that asks for it has a stack of what watches it, before its cells and its edge", () => {
  expect(stacks.map(({ id }) => id)).toEqual([
    "dev-amp-bootstrap",
    "dev-amp-network",
    "dev-amp-observability",
    "dev-amp-c01",
    "dev-amp-edge",
  ]);
  const plain = JSON.stringify(synthesizeAll().map(({ json }) => json.resource));
  expect(plain).not.toContain("aws_prometheus");
});

test("the rules are those of a Prometheus of one's own, a namespace a file, in groups that AWS takes", () => {
  const environment = settle(MANAGED);
  const [orders] = environment.services;
  const namespace = resource(json, "aws_prometheus_rule_group_namespace.prometheus_rules_orders");
  expect(namespace).toMatchObject({
    name: "orders",
    workspace_id: "${aws_prometheus_workspace.prometheus.id}",
  });
  expect((parse(String(namespace.data)) as { groups: object[] }).groups).toEqual(
    slosOf(orders!, environment).flatMap(shortGroups),
  );
  const meta = resource(
    json,
    "aws_prometheus_rule_group_namespace.prometheus_rules_meta_monitoring",
  );
  expect(meta.data).toContain("alert: Watchdog");
});

test("each severity of a team has a topic, and the dead-man's switch its own", () => {
  const topics = receiversOf(json).map(({ name, sns_configs }) => [
    name,
    sns_configs?.map(({ topic_arn }) => topic_arn.split(":").at(-1)),
  ]);
  expect(topics).toEqual([
    ["watchdog", ["watchdog"]],
    ["commerce-page", ["page"]],
    ["commerce-ticket", ["ticket"]],
    ["media-page", ["page"]],
    ["media-ticket", ["ticket"]],
    ["platform-page", ["page"]],
    ["platform-ticket", ["ticket"]],
  ]);
});

test("without a topic for the dead-man's switch the definition says that nobody notices", () => {
  const { page, ticket } = MANAGED.managedAlerting;
  const unwatched = synthesizeAll([{ ...MANAGED, managedAlerting: { page, ticket } }]);
  const of = unwatched.find(({ id }) => id === "dev-amp-observability")!.json;
  expect(receiversOf(of)[0]).toEqual({ name: "nobody" });
  expect(definition(of)).toContain("# Nobody notices when alerting itself stops");
});

test("samples and logs are encrypted with a key of ours, which the logs may use", () => {
  const workspace = resource(json, "aws_prometheus_workspace.prometheus");
  expect(workspace).toMatchObject({
    alias: "plinth-dev-amp",
    kms_key_arn: "${aws_kms_key.prometheus_key.arn}",
    logging_configuration: {
      log_group_arn: "${aws_cloudwatch_log_group.prometheus_logs.arn}:*",
    },
  });
  expect(workspace).not.toHaveProperty("lifecycle");
  expect(String(resource(json, "aws_kms_key.prometheus_key").policy)).toContain(
    ":log-group:/aws/vendedlogs/prometheus/dev-amp",
  );
});

test("in production nobody destroys the workspace by mistake", () => {
  const production = synthesizeAll([
    { ...prod, managedAlerting: { page: topicOf("page"), ticket: topicOf("ticket") } },
  ]).find(({ id }) => id === "prod-observability")!;
  expect(resource(production.json, "aws_prometheus_workspace.prometheus")).toMatchObject({
    lifecycle: { prevent_destroy: true },
  });
});

const topicOf = (name: string): string => `arn:aws:sns:${prod.region}:${prod.account}:${name}`;

test("the gate passes it", async () => {
  const file = { name: "cdk.tf.json", bytes: Buffer.from(JSON.stringify(json)) };
  const verdict = await judge([file], { now: new Date(0), stage: "synth", undetermined: "deny" });
  expect(verdict).toMatchObject({ verdict: "pass", findings: [] });
});
