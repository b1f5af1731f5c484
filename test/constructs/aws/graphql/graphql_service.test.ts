import type { AwsEnvironment } from "../../../../model/environment";
import { judge } from "../../../../policies/gate";
import { CONTRACTS, GRAPHED, GRAPHED_PRODUCTION, GRAPHED_USERS } from "../../support/graphql";
import { GITHUB } from "../../support/pipeline";
import { cellOf, resource, statements, synthesizeAll } from "../../support/synth";

const jsonOf = (environment: AwsEnvironment) => cellOf(environment, {}, CONTRACTS).json;

const cell = jsonOf(GRAPHED);
const api = resource(cell, "aws_appsync_graphql_api.reviews_api");

describe("a GraphQL API", () => {
  test("has one resolver for each root field, by which addresses alone are named, and none for subscriptions", () => {
    expect(Object.keys(cell.resource?.["aws_appsync_resolver"] ?? {})).toEqual([
      "reviews_api_query_review",
      "reviews_api_query_reviews_of",
      "reviews_api_mutation_write_review",
    ]);
    expect(resource(cell, "aws_appsync_resolver.reviews_api_query_reviews_of")).toEqual({
      api_id: "${aws_appsync_graphql_api.reviews_api.id}",
      data_source: "${aws_appsync_datasource.reviews_api_handler.name}",
      ...{ type: "Query", field: "reviewsOf", kind: "UNIT" },
    });
  });

  test("takes its schema as it stands, of which Terraform reads nothing as a template", () => {
    expect(api["schema"]).toContain("a price is written $${price}.");
  });

  test("takes tokens of the issuer for these clients and no others", () => {
    expect(api).toMatchObject({
      authentication_type: "OPENID_CONNECT",
      openid_connect_config: {
        issuer: "https://login.example.com/",
        client_id: "^(shop|desk\\.app)$",
      },
    });
  });

  test("takes tokens of the environment's users, of whom it reads when it is planned", () => {
    const of = resource(jsonOf(GRAPHED_USERS), "aws_appsync_graphql_api.reviews_api");
    const { user_pool_config: pool } = of as { user_pool_config: Record<string, string> };
    expect(of["authentication_type"]).toBe("AMAZON_COGNITO_USER_POOLS");
    expect(of["openid_connect_config"]).toBeUndefined();
    expect(pool).toMatchObject({ aws_region: "us-east-1", default_action: "ALLOW" });
    expect(pool["app_id_client_regex"]).toMatch(/^\^\(\$\{join\("\|", \[.*\]\)\}\)\$$/);
    expect(pool["user_pool_id"]).toBe(
      "${jsondecode(data.aws_ssm_parameter.sign_in_contract.insecure_value).pool}",
    );
  });

  test("logs what fails and never what is asked or answered, and traces as its function does", () => {
    expect(api).toMatchObject({
      xray_enabled: true,
      log_config: { exclude_verbose_content: true, field_log_level: "ERROR" },
    });
    expect(resource(cell, "aws_cloudwatch_log_group.reviews_api_logs_group")).toMatchObject({
      name: "/aws/appsync/apis/${aws_appsync_graphql_api.reviews_api.id}",
      kms_key_id: "${aws_kms_key.reviews_logs_key.arn}",
      retention_in_days: 30,
    });
  });

  test("tells its schema in development alone, and bounds what a request asks for", () => {
    const produced = resource(jsonOf(GRAPHED_PRODUCTION), "aws_appsync_graphql_api.reviews_api");
    expect([api["introspection_config"], produced["introspection_config"]]).toEqual([
      "ENABLED",
      "DISABLED",
    ]);
    expect(produced).toMatchObject({ query_depth_limit: 15, resolver_count_limit: 25 });
  });

  test("has roles for AppSync in this account, to call the alias and to write logs, and for nothing else", () => {
    const policyOf = (name: string) =>
      statements(String(resource(cell, `aws_iam_role_policy.${name}`)["policy"]));
    expect(policyOf("reviews_api_call_grants")).toEqual([
      {
        Sid: "CallHandler",
        Effect: "Allow",
        Action: "lambda:InvokeFunction",
        Resource:
          "arn:aws:lambda:us-east-1:123456789012:function:${aws_lambda_function.reviews_handler.function_name}:${aws_lambda_alias.reviews_handler_live.name}",
      },
    ]);
    expect(policyOf("reviews_api_logs_grants")).toEqual([
      {
        Sid: "WriteLogs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/appsync/apis/*:*",
      },
    ]);
    for (const role of ["reviews_api_call", "reviews_api_logs_role"])
      expect(
        statements(String(resource(cell, `aws_iam_role.${role}`)["assume_role_policy"])),
      ).toEqual([
        {
          Effect: "Allow",
          Principal: { Service: "appsync.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": "123456789012" },
            ArnLike: { "aws:SourceArn": "arn:aws:appsync:us-east-1:123456789012:apis/*" },
          },
        },
      ]);
    expect(cell.resource?.["aws_lambda_permission"]).toBeUndefined();
  });

  test("stands behind a firewall of its own", () => {
    expect(resource(cell, "aws_wafv2_web_acl.reviews_firewall")).toMatchObject({
      name: "dev-graph-c01-reviews",
      scope: "REGIONAL",
    });
    expect(resource(cell, "aws_wafv2_web_acl_association.reviews_firewall_guards")).toEqual({
      resource_arn: "${aws_appsync_graphql_api.reviews_api.arn}",
      web_acl_arn: "${aws_wafv2_web_acl.reviews_firewall.arn}",
    });
  });
});

test.each([GRAPHED, GRAPHED_USERS, GRAPHED_PRODUCTION])(
  "the gate passes what is written of $name",
  async (environment: AwsEnvironment) => {
    const bytes = Buffer.from(JSON.stringify(jsonOf(environment)));
    const verdict = await judge([{ name: "cdk.tf.json", bytes }], {
      ...{ now: new Date(0), stage: "synth", undetermined: "warn" },
    });
    expect(verdict.findings).toEqual([]);
  },
);

describe("a pipeline that applies it", () => {
  const stacks = synthesizeAll([{ ...GRAPHED, pipeline: GITHUB }], {}, CONTRACTS);
  const bootstrap = stacks.find(({ id }) => id === "dev-graph-bootstrap")!.json;
  const grantsOf = (policy: "read" | "write", action: string) =>
    Object.entries(bootstrap.resource?.["aws_iam_policy"] ?? {})
      .filter(([name]) => name.startsWith(`pipeline_${policy}`))
      .flatMap(([, { policy: text }]) => statements(text))
      .filter(({ Action }) => [Action].flat().includes(action))
      .map(({ Resource, Condition }) => [Resource, Condition]);

  const OURS = { StringEquals: { "aws:ResourceTag/environment": "dev-graph" } };
  const APIS = "arn:aws:appsync:us-east-1:123456789012:apis/*";

  test("makes APIs with the environment's tag, and changes those that have it", () => {
    expect(grantsOf("write", "appsync:CreateGraphqlApi")).toEqual([
      ["*", { StringEquals: { "aws:RequestTag/environment": "dev-graph" } }],
    ]);
    expect(grantsOf("write", "appsync:UpdateGraphqlApi")).toEqual([[APIS, OURS]]);
    expect(grantsOf("read", "appsync:GetGraphqlApi")).toEqual([[APIS, OURS]]);
  });

  test("puts a firewall before one", () => {
    const [[resources] = []] = grantsOf("write", "wafv2:AssociateWebACL");
    expect(resources).toContain(APIS);
    expect(grantsOf("write", "appsync:SetWebACL")).toEqual([["*", undefined]]);
  });
});
