import { HttpApi, type HttpApiProps } from "../../../constructs/aws/http/http_api";
import { handlerIn } from "../support/handler";
import { LOCATION, resource, synthesizeOne } from "../support/synth";

const required: Omit<HttpApiProps, "handler"> = {
  name: "shop",
  description: "Shows what the shop sells.",
  location: LOCATION,
  routes: [{ method: "GET", path: "/v1/items/{id}", auth: "none", scopes: [] }],
  timeoutSeconds: 5,
  throttle: { ratePerSecond: 400, burst: 200 },
  accessLogs: {
    name: "/aws/vendedlogs/apis/shop",
    keyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
    retentionDays: 90,
  },
};

const JWT = { issuer: "https://login.example.com/", audience: ["page", "app"] };

const synth = (props: Partial<HttpApiProps> = {}) =>
  synthesizeOne(
    (stack) => new HttpApi(stack, "api", { ...required, handler: handlerIn(stack), ...props }),
  );

const json = synth();

test("an API is found by its name and opens itself to no other site", () => {
  expect(resource(json, "aws_apigatewayv2_api.api")).toEqual({
    name: "shop",
    description: "Shows what the shop sells.",
    protocol_type: "HTTP",
    tags: { Name: "shop" },
  });
});

test("other sites' pages may do what is declared, without cookies", () => {
  const cors = {
    origins: ["https://shop.example.com"],
    methods: ["GET", "PUT"],
    headers: ["authorization"],
    maxAgeSeconds: 3_600,
  } as const;
  expect(resource(synth({ cors }), "aws_apigatewayv2_api.api").cors_configuration).toEqual({
    allow_origins: ["https://shop.example.com"],
    allow_methods: ["GET", "PUT"],
    allow_headers: ["authorization"],
    max_age: 3_600,
  });
});

test("its one stage deploys itself, has a throttle of its own and counts each route", () => {
  expect(resource(json, "aws_apigatewayv2_stage.api_stage")).toMatchObject({
    api_id: "${aws_apigatewayv2_api.api.id}",
    name: "$default",
    auto_deploy: true,
    default_route_settings: {
      detailed_metrics_enabled: true,
      throttling_rate_limit: 400,
      throttling_burst_limit: 200,
    },
  });
});

test("each request is a line of JSON in an encrypted log group, without headers, query or body", () => {
  const { access_log_settings: logs } = resource(json, "aws_apigatewayv2_stage.api_stage");
  const { destination_arn, format } = logs as Record<string, string>;
  expect(destination_arn).toBe(
    "arn:aws:logs:us-east-1:123456789012:log-group:${aws_cloudwatch_log_group.api_access_logs.name}",
  );
  expect(JSON.parse(format!)).toEqual({
    requestId: "$context.requestId",
    requestTime: "$context.requestTimeEpoch",
    ip: "$context.identity.sourceIp",
    protocol: "$context.protocol",
    httpMethod: "$context.httpMethod",
    path: "$context.path",
    routeKey: "$context.routeKey",
    status: "$context.status",
    responseLength: "$context.responseLength",
    responseLatency: "$context.responseLatency",
    integrationStatus: "$context.integrationStatus",
    integrationLatency: "$context.integrationLatency",
    integrationError: "$context.integrationErrorMessage",
    authorizerError: "$context.authorizer.error",
  });
  expect(resource(json, "aws_cloudwatch_log_group.api_access_logs")).toEqual({
    name: "/aws/vendedlogs/apis/shop",
    kms_key_id: "arn:aws:kms:us-east-1:123456789012:key/k",
    retention_in_days: 90,
  });
});

test("it calls the function's alias with payload 2.0 and waits a second longer than the function may take", () => {
  expect(resource(json, "aws_apigatewayv2_integration.api_integration")).toEqual({
    api_id: "${aws_apigatewayv2_api.api.id}",
    integration_type: "AWS_PROXY",
    integration_uri:
      "arn:aws:lambda:us-east-1:123456789012:function:${aws_lambda_function.handler.function_name}:${aws_lambda_alias.handler_live.name}",
    payload_format_version: "2.0",
    timeout_milliseconds: 6_000,
  });
});

test("this API, and no other caller, may invoke the alias, and nothing else of the function", () => {
  expect(resource(json, "aws_lambda_permission.api_permission")).toEqual({
    statement_id: "HttpApi",
    action: "lambda:InvokeFunction",
    function_name: "${aws_lambda_function.handler.function_name}",
    qualifier: "${aws_lambda_alias.handler_live.name}",
    principal: "apigateway.amazonaws.com",
    source_arn: "${aws_apigatewayv2_api.api.execution_arn}/*/*",
  });
});

test("a route for everybody says so", () => {
  expect(resource(json, "aws_apigatewayv2_route.api_routes_get_v1_items_id")).toEqual({
    api_id: "${aws_apigatewayv2_api.api.id}",
    route_key: "GET /v1/items/{id}",
    target: "integrations/${aws_apigatewayv2_integration.api_integration.id}",
    authorization_type: "NONE",
  });
  expect(json.resource).not.toHaveProperty("aws_apigatewayv2_authorizer");
});

test("tokens are checked for their issuer, their audience and a route's scopes", () => {
  const guarded = synth({
    jwt: JWT,
    routes: [
      { method: "GET", path: "/", auth: "jwt", scopes: [] },
      { method: "DELETE", path: "/v1/items/{itemId}", auth: "jwt", scopes: ["write", "admin"] },
    ],
  });
  expect(resource(guarded, "aws_apigatewayv2_authorizer.api_routes_jwt")).toEqual({
    api_id: "${aws_apigatewayv2_api.api.id}",
    name: "jwt",
    authorizer_type: "JWT",
    identity_sources: ["$request.header.Authorization"],
    jwt_configuration: { issuer: "https://login.example.com/", audience: ["page", "app"] },
  });
  const asked = {
    authorization_type: "JWT",
    authorizer_id: "${aws_apigatewayv2_authorizer.api_routes_jwt.id}",
  };
  expect(resource(guarded, "aws_apigatewayv2_route.api_routes_get")).toMatchObject(asked);
  expect(resource(guarded, "aws_apigatewayv2_route.api_routes_get")).not.toHaveProperty(
    "authorization_scopes",
  );
  expect(
    resource(guarded, "aws_apigatewayv2_route.api_routes_delete_v1_items_itemid"),
  ).toMatchObject({ ...asked, authorization_scopes: ["write", "admin"] });
});

test("a route that asks for a token where nobody gives any is an error of the caller", () => {
  const route = { method: "GET", path: "/", auth: "jwt", scopes: [] } as const;
  expect(() => synth({ routes: [route] })).toThrow(
    "GET /: expected `jwt`, since the route asks for a token, got nothing",
  );
});
