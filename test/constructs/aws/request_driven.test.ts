import { dev } from "../../../environments/dev";
import { storefront } from "../../../environments/services/storefront";
import type { ServiceDeclaration } from "../../../model/declaration";
import { cellOf, origin, resource, statements } from "../support/synth";

const cellWith = (
  service: Partial<ServiceDeclaration> = {},
  stage: typeof dev.stage = "development",
) => cellOf({ ...dev, stage, services: [{ ...storefront, ...service }] }).json;

const cell = cellWith();

const addresses = (json: typeof cell): string[] =>
  Object.entries(json.resource ?? {})
    .flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${name}`))
    .sort();

const ADDRESSES = [
  "aws_apigatewayv2_api.storefront_api",
  "aws_apigatewayv2_authorizer.storefront_api_routes_jwt",
  "aws_apigatewayv2_integration.storefront_api_integration",
  "aws_apigatewayv2_route.storefront_api_routes_get_v1_items_id",
  "aws_apigatewayv2_route.storefront_api_routes_put_v1_items_id",
  "aws_apigatewayv2_stage.storefront_api_stage",
  "aws_cloudwatch_log_group.storefront_api_access_logs",
  "aws_cloudwatch_log_group.storefront_handler_logs",
  "aws_cloudwatch_log_metric_filter.storefront_handler_cold_starts",
  "aws_dynamodb_table.storefront_catalogue",
  "aws_iam_role.storefront_handler_role",
  "aws_iam_role_policy.storefront_handler_grants",
  "aws_kms_alias.storefront_data_key_alias",
  "aws_kms_alias.storefront_logs_key_alias",
  "aws_kms_key.storefront_data_key",
  "aws_kms_key.storefront_logs_key",
  "aws_lambda_alias.storefront_handler_live",
  "aws_lambda_function.storefront_handler",
  "aws_lambda_permission.storefront_api_permission",
  "aws_ssm_parameter.storefront_contract",
  "terraform_data.storefront_api_path",
];

test("the whole of storefront has these addresses, which never change", () => {
  expect(addresses(cell)).toEqual(ADDRESSES);
});

test("production keeps instances warm", () => {
  const json = cellWith({}, "production");
  const added = addresses(json).filter((one) => !ADDRESSES.includes(one));
  expect(added.filter((one) => !one.includes(".cell_backup"))).toEqual([
    "aws_appautoscaling_policy.storefront_warm_policy",
    "aws_appautoscaling_target.storefront_warm_target",
    "aws_lambda_provisioned_concurrency_config.storefront_warm",
  ]);
  expect(resource(json, "aws_appautoscaling_target.storefront_warm_target")).toMatchObject({
    ...{ min_capacity: 1, max_capacity: 20 },
  });
});

test("outputs give the API's id and the function's ARN", () => {
  expect(cell.output).toMatchObject({
    storefront_api_id: { value: "${aws_apigatewayv2_api.storefront_api.id}" },
    storefront_handler_arn: { value: "${aws_lambda_function.storefront_handler.arn}" },
  });
});

test("the function knows its table and has the bounds that are declared", () => {
  expect(resource(cell, "aws_lambda_function.storefront_handler")).toMatchObject({
    function_name: "dev-c01-storefront-handler",
    timeout: 5,
    memory_size: 512,
    reserved_concurrent_executions: 100,
    environment: {
      variables: {
        CATALOGUE_TABLE: "${aws_dynamodb_table.storefront_catalogue.name}",
        SERVICE: "storefront",
        ENVIRONMENT: "dev",
      },
    },
  });
});

test("the role may use its table, its key, its own logs and traces, and nothing else", () => {
  const granted = statements(
    resource(cell, "aws_iam_role_policy.storefront_handler_grants").policy,
  );
  expect(granted.map(({ Sid, Action, Resource }) => [Sid, Action, Resource])).toEqual([
    ["DecryptVariables", "kms:Decrypt", "${aws_kms_key.storefront_data_key.arn}"],
    [
      "GetPutItems",
      ["dynamodb:GetItem", "dynamodb:PutItem"],
      "arn:aws:dynamodb:us-east-1:123456789012:table/${aws_dynamodb_table.storefront_catalogue.name}",
    ],
    ["UseTableKey", expect.any(Array), "${aws_kms_key.storefront_data_key.arn}"],
    [
      "WriteLogs",
      ["logs:CreateLogStream", "logs:PutLogEvents"],
      "arn:aws:logs:us-east-1:123456789012:log-group:${aws_cloudwatch_log_group.storefront_handler_logs.name}:*",
    ],
    ["WriteTraces", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*"],
  ]);
});

test("a service that keeps nothing is granted no table", () => {
  const json = cellWith({ stores: {} });
  const granted = statements(
    resource(json, "aws_iam_role_policy.storefront_handler_grants").policy,
  );
  expect(granted.map(({ Sid }) => Sid)).toEqual(["DecryptVariables", "WriteLogs", "WriteTraces"]);
});

test("CloudWatch may encrypt the logs of the function and of the API, and no others", () => {
  const policy = statements(resource(cell, "aws_kms_key.storefront_logs_key").policy);
  expect(policy.find(({ Sid }) => Sid === "CloudWatchLogs")).toMatchObject({
    Condition: {
      ArnEquals: {
        "kms:EncryptionContext:aws:logs:arn": [
          "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/dev-c01-storefront-handler",
          "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/apis/dev-c01-storefront",
        ],
      },
    },
  });
});

test.each([
  ["aws_apigatewayv2_api.storefront_api", "storefront.workload"],
  ["aws_apigatewayv2_stage.storefront_api_stage", "storefront.workload.throttle"],
  ["aws_apigatewayv2_authorizer.storefront_api_routes_jwt", "storefront.workload.auth"],
  ["aws_apigatewayv2_route.storefront_api_routes_put_v1_items_id", "storefront.workload.routes[1]"],
  ["aws_lambda_function.storefront_handler", "storefront.workload.function"],
  ["aws_dynamodb_table.storefront_catalogue", "storefront.stores.catalogue"],
])("%s came from %s", (address, path) => {
  expect(origin(cell, address)).toEqual({ path });
});
