import { dev } from "../../../../environments/dev";
import type { ServiceDeclaration } from "../../../../model/declaration";
import { BurnAlarms } from "../../../../constructs/aws/rollout/burn_alarms";
import { burnAlarms } from "../../../../model/rollout/burn_alarms";
import {
  boxOf,
  PROMISING,
  PROMISING_MACHINES,
  rolled,
  rolledApi,
  rolledEvents,
  settledOne,
} from "../../support/rollout";
import { cellOf, origin, resource, statements, synthesizeOne } from "../../support/synth";

const addresses = (json: ReturnType<typeof cellOf>["json"]): string[] =>
  Object.entries(json.resource ?? {}).flatMap(([type, byName]) =>
    Object.keys(byName).map((name) => `${type}.${name}`),
  );

const ofDev = (service: ServiceDeclaration) => cellOf({ ...dev, services: [service] }).json;

const canary = ofDev(rolledApi({ strategy: "canary" }));

test("a canary adds its alarms and what shifts calls, and no more", () => {
  expect(
    addresses(canary)
      .filter((one) => one.includes("rollout"))
      .sort(),
  ).toEqual([
    "aws_cloudwatch_metric_alarm.storefront_rollout_alarms_availability",
    "aws_cloudwatch_metric_alarm.storefront_rollout_alarms_latency",
    "aws_codedeploy_app.storefront_rollout_shift_application",
    "aws_codedeploy_deployment_config.storefront_rollout_shift_steps",
    "aws_codedeploy_deployment_group.storefront_rollout_shift",
    "aws_iam_role.storefront_rollout_shift_role",
    "aws_iam_role_policy.storefront_rollout_shift_role_grants",
  ]);
});

test("Terraform makes the alias and leaves it to CodeDeploy from then on", () => {
  expect(resource(canary, "aws_lambda_alias.storefront_handler_live")).toEqual({
    name: "live",
    function_name: "${aws_lambda_function.storefront_handler.function_name}",
    function_version: "${aws_lambda_function.storefront_handler.version}",
    lifecycle: { ignore_changes: ["function_version", "routing_config"] },
  });
});

test("whatever ends a rollout takes it back, and each alarm is named", () => {
  expect(
    resource(canary, "aws_codedeploy_deployment_group.storefront_rollout_shift"),
  ).toMatchObject({
    app_name: "${aws_codedeploy_app.storefront_rollout_shift_application.name}",
    deployment_group_name: "dev-c01-storefront-handler",
    deployment_config_name:
      "${aws_codedeploy_deployment_config.storefront_rollout_shift_steps.deployment_config_name}",
    service_role_arn: "${aws_iam_role.storefront_rollout_shift_role.arn}",
    deployment_style: {
      deployment_type: "BLUE_GREEN",
      deployment_option: "WITH_TRAFFIC_CONTROL",
    },
    alarm_configuration: {
      alarms: [
        "${aws_cloudwatch_metric_alarm.storefront_rollout_alarms_availability.alarm_name}",
        "${aws_cloudwatch_metric_alarm.storefront_rollout_alarms_latency.alarm_name}",
      ],
      enabled: true,
      ignore_poll_alarm_failure: false,
    },
    auto_rollback_configuration: {
      enabled: true,
      events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
    },
    depends_on: ["aws_iam_role_policy.storefront_rollout_shift_role_grants"],
  });
});

test.each([
  [
    { strategy: "canary" },
    "canary-10-percent-12",
    { type: "TimeBasedCanary", time_based_canary: { percentage: 10, interval: 12 } },
  ],
  [
    { strategy: "linear", percent: 25, interval: "1h" },
    "linear-25-percent-60",
    { type: "TimeBasedLinear", time_based_linear: { percentage: 25, interval: 60 } },
  ],
] as const)(
  "the steps of %j are in their name, as they cannot be changed",
  (declared, name, steps) => {
    const json = ofDev(rolledApi(declared));
    expect(
      resource(json, "aws_codedeploy_deployment_config.storefront_rollout_shift_steps"),
    ).toEqual({
      deployment_config_name: `dev-c01-storefront-handler-${name}-minutes`,
      compute_platform: "Lambda",
      traffic_routing_config: steps,
      lifecycle: { create_before_destroy: true },
    });
  },
);

test("who shifts calls may move one function's alias and look at its alarms", () => {
  const { policy } = resource(canary, "aws_iam_role_policy.storefront_rollout_shift_role_grants");
  const at = (name: string): string =>
    `arn:aws:cloudwatch:us-east-1:${dev.account}:alarm:\${aws_cloudwatch_metric_alarm.storefront_rollout_alarms_${name}.alarm_name}`;
  const handler = `arn:aws:lambda:us-east-1:${dev.account}:function:\${aws_lambda_function.storefront_handler.function_name}`;
  expect(statements(policy)).toEqual([
    {
      ...{ Sid: "ShiftCalls", Effect: "Allow" },
      Action: ["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"],
      Resource: [handler, `${handler}:*`],
    },
    {
      ...{ Sid: "WatchAlarms", Effect: "Allow", Action: "cloudwatch:DescribeAlarms" },
      Resource: [at("availability"), at("latency")],
    },
  ]);
});

test("an alarm tells nobody", () => {
  const alarm = resource(canary, "aws_cloudwatch_metric_alarm.storefront_rollout_alarms_latency");
  expect(Object.keys(alarm).filter((one) => one.endsWith("_actions"))).toEqual([]);
});

test("an alarm adds up its metrics over the hour", () => {
  const at = (id: string, metricName: string) => ({
    ...{ id, return_data: false },
    metric: {
      ...{ namespace: "AWS/ApiGateway", metric_name: metricName, stat: "Sum", period: 3_600 },
      dimensions: { ApiId: "${aws_apigatewayv2_api.storefront_api.id}" },
    },
  });
  expect(
    resource(canary, "aws_cloudwatch_metric_alarm.storefront_rollout_alarms_availability"),
  ).toMatchObject({
    alarm_name: "dev-c01-storefront-availability-burn",
    alarm_description:
      "The budget of storefront's availability burns 14.4 times too fast over 1h: a rollout is taken back.",
    comparison_operator: "GreaterThanThreshold",
    ...{ evaluation_periods: 1, datapoints_to_alarm: 1, threshold: 0.0144 },
    treat_missing_data: "notBreaching",
    metric_query: [
      at("requests", "Count"),
      at("failed", "5xx"),
      {
        id: "burn",
        expression: "IF(FILL(failed, 0) >= 11, FILL(failed, 0) / requests, 0)",
        return_data: true,
      },
    ],
  });
});

test("the output is what the command takes: from the version that answers to the one that was applied", () => {
  const { value } = canary.output?.storefront_rollout_shift_deployment as { value: string };
  const input = JSON.parse(value) as { revision: { appSpecContent: { content: string } } };
  expect(input).toMatchObject({
    applicationName: "${aws_codedeploy_app.storefront_rollout_shift_application.name}",
    deploymentGroupName:
      "${aws_codedeploy_deployment_group.storefront_rollout_shift.deployment_group_name}",
    revision: { revisionType: "AppSpecContent" },
  });
  const { content } = input.revision.appSpecContent;
  expect(JSON.parse(content)).toEqual({
    version: "0.0",
    Resources: [
      {
        "${aws_lambda_function.storefront_handler.function_name}": {
          Type: "AWS::Lambda::Function",
          Properties: {
            Name: "${aws_lambda_function.storefront_handler.function_name}",
            Alias: "${aws_lambda_alias.storefront_handler_live.name}",
            CurrentVersion: "${aws_lambda_alias.storefront_handler_live.function_version}",
            TargetVersion: "${aws_lambda_function.storefront_handler.version}",
          },
        },
      },
    ],
  });
});

test("a processor of events shifts its batches, watched by what waits", () => {
  const json = ofDev(rolledEvents({ strategy: "linear" }));
  expect(
    resource(json, "aws_cloudwatch_metric_alarm.orders_rollout_alarms_freshness"),
  ).toMatchObject({
    metric_query: [
      { metric: { dimensions: { QueueName: "${aws_sqs_queue.orders_events.name}" }, period: 60 } },
      { id: "burn" },
    ],
  });
});

test("each part points at the line of the rollout", () => {
  for (const address of addresses(canary).filter((one) => one.includes("rollout")))
    expect(origin(canary, address)).toMatchObject({ path: "storefront.workload.rollout" });
  for (const service of [PROMISING, PROMISING_MACHINES]) {
    const { json } = cellOf(boxOf(rolled(service, { strategy: "rolling" })));
    const address = `aws_cloudwatch_metric_alarm.${service.name}_rollout_fast`;
    expect(origin(json, address)).toEqual({ path: `${service.name}.workload.rollout` });
  }
});

test("tasks are replaced under the eyes of their alarms, and an apply does not wait for those", () => {
  const { json } = cellOf(boxOf(rolled(PROMISING, { strategy: "rolling" })));
  expect(resource(json, "aws_ecs_service.basket_tasks")).toMatchObject({
    alarms: {
      ...{ enable: true, rollback: true },
      alarm_names: [
        "${aws_cloudwatch_metric_alarm.basket_rollout_answered.alarm_name}",
        "${aws_cloudwatch_metric_alarm.basket_rollout_fast.alarm_name}",
      ],
    },
    deployment_circuit_breaker: { enable: true, rollback: true },
    wait_for_steady_state: false,
  });
});

test("machines are replaced under the eyes of their alarms", () => {
  const { json } = cellOf(boxOf(rolled(PROMISING_MACHINES, { strategy: "rolling" })));
  expect(resource(json, "aws_autoscaling_group.search_machines")).toMatchObject({
    instance_refresh: {
      preferences: {
        auto_rollback: true,
        alarm_specification: {
          alarms: [
            "${aws_cloudwatch_metric_alarm.search_rollout_answered.alarm_name}",
            "${aws_cloudwatch_metric_alarm.search_rollout_fast.alarm_name}",
          ],
        },
      },
    },
  });
});

test("a dimension that nobody gives is missed", () => {
  const alarms = burnAlarms(settledOne(rolledApi({ strategy: "canary" })));
  expect(() =>
    synthesizeOne((stack) => new BurnAlarms(stack, "alarms", { alarms, dimensions: {} })),
  ).toThrow("test-c01/alarms: expected the dimension ApiId of Count, got none");
});
