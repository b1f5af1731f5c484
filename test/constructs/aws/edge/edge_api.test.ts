import { dev } from "../../../../environments/dev";
import type { ServiceDeclaration } from "../../../../model/declaration";
import type { AwsEnvironment } from "../../../../model/environment";
import { Distribution } from "../../../../constructs/aws/edge/distribution";
import type { TerraformJson } from "../../../../constructs/terraform_json";
import { judge } from "../../../../policies/gate";
import { apiAtEdge, FRONTED_API, OPEN_API } from "../../support/api_edge";
import { origin, resource, synthesizeAll, synthesizeOne } from "../../support/synth";

const stacksOf = (environment: AwsEnvironment) => {
  const stacks = synthesizeAll([environment]);
  return (part: string): TerraformJson =>
    stacks.find(({ id }) => id === `${environment.name}-${part}`)!.json;
};
const withService = (service: ServiceDeclaration, more: Partial<AwsEnvironment> = {}) =>
  stacksOf({ ...dev, name: "dev-api", services: [service], ...more });

const stacks = stacksOf(FRONTED_API);
const [cell, edge] = [stacks("c01"), stacks("edge")];
const least = withService(apiAtEdge());

const DISTRIBUTION = "aws_cloudfront_distribution.storefront_distribution";
const STAGE = "aws_apigatewayv2_stage.storefront_api_stage";

describe("the API that CloudFront alone knows", () => {
  test("answers below a name that nobody can guess, which is made once", () => {
    expect(resource(cell, STAGE).name).toBe("${terraform_data.storefront_api_path.output}");
    expect(resource(cell, "terraform_data.storefront_api_path")).toEqual({
      input: "${uuid()}",
      lifecycle: { ignore_changes: ["input"] },
    });
  });

  test("keeps its throttle, its tokens and its log, which leaves that name out", () => {
    const open = withService(OPEN_API)("c01");
    const { access_log_settings: log, ...stage } = resource(cell, STAGE);
    const { access_log_settings: openLog, ...openStage } = resource(open, STAGE);
    expect({ ...stage, name: "$default" }).toEqual(openStage);
    const fields = (of: unknown) =>
      Object.keys(JSON.parse((of as { format: string }).format) as object);
    expect(fields(openLog).filter((field) => !fields(log).includes(field))).toEqual(["path"]);
    for (const type of ["route", "authorizer"])
      expect(typesIn(cell, `aws_apigatewayv2_${type}`)).toEqual(
        typesIn(open, `aws_apigatewayv2_${type}`),
      );
  });

  test("is told to the edge's stack, and to nobody who calls", () => {
    expect(resource(cell, "aws_ssm_parameter.storefront_contract")).toMatchObject({
      name: "/plinth/dev-api/c01/storefront/api",
      insecure_value:
        '{"schema":"plinth.api/v1","host":"${trimprefix(aws_apigatewayv2_api.storefront_api.api_endpoint, \\"https://\\")}","stage":"${aws_apigatewayv2_stage.storefront_api_stage.name}"}'.replaceAll(
          '\\"',
          '"',
        ),
    });
    expect(Object.keys(cell.output ?? {})).not.toContain("storefront_api_url");
    expect(edge.output).toMatchObject({
      storefront_url: { value: "https://shop.dev.example.com" },
    });
  });
});

const typesIn = (json: TerraformJson, type: string) => Object.keys(json.resource?.[type] ?? {});

describe("the distribution before it", () => {
  test("asks it over TLS 1.2, below its name, for a little longer than it answers", () => {
    const contract = "jsondecode(data.aws_ssm_parameter.storefront_api_contract.insecure_value)";
    expect(resource(edge, DISTRIBUTION).origin).toEqual([
      {
        domain_name: `\${${contract}.host}`,
        origin_id: "api",
        origin_path: `/\${${contract}.stage}`,
        custom_origin_config: {
          ...{ http_port: 80, https_port: 443, origin_read_timeout: 7 },
          ...{ origin_protocol_policy: "https-only", origin_ssl_protocols: ["TLSv1.2"] },
        },
      },
    ]);
  });

  test("passes every method on, with all but the host, and takes no plain HTTP", () => {
    expect(resource(edge, DISTRIBUTION).default_cache_behavior).toMatchObject({
      allowed_methods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
      cached_methods: ["GET", "HEAD"],
      viewer_protocol_policy: "https-only",
      origin_request_policy_id: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      cache_policy_id: "${aws_cloudfront_cache_policy.storefront_policies_caching.id}",
    });
  });

  test("keeps what an answer says may be kept, for each token, site, header and parameter apart", () => {
    expect(resource(edge, "aws_cloudfront_cache_policy.storefront_policies_caching")).toMatchObject(
      {
        ...{ min_ttl: 0, default_ttl: 0, max_ttl: 31_536_000 },
        parameters_in_cache_key_and_forwarded_to_origin: {
          cookies_config: { cookie_behavior: "none" },
          headers_config: {
            header_behavior: "whitelist",
            headers: { items: ["accept-language", "authorization", "origin"] },
          },
          query_strings_config: {
            query_string_behavior: "whitelist",
            query_strings: { items: ["fields", "page"] },
          },
        },
      },
    );
  });

  test("tells answers apart by the whole query where nothing is said of it", () => {
    const policy = resource(
      least("edge"),
      "aws_cloudfront_cache_policy.storefront_policies_caching",
    );
    expect(policy.parameters_in_cache_key_and_forwarded_to_origin).toMatchObject({
      headers_config: { headers: { items: ["authorization", "origin"] } },
      query_strings_config: { query_string_behavior: "all" },
    });
  });

  test("remembers no error of one caller for another", () => {
    const errors = resource(edge, DISTRIBUTION).custom_error_response as {
      error_code: number;
      error_caching_min_ttl: number;
    }[];
    expect(errors.map(({ error_code: code }) => code)).toEqual([
      400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504,
    ]);
    for (const error of errors) expect(error.error_caching_min_ttl).toBe(0);
  });

  test("has browsers keep nothing that does not say so, and show nothing", () => {
    expect(
      resource(least("edge"), "aws_cloudfront_response_headers_policy.storefront_policies_headers"),
    ).toMatchObject({
      custom_headers_config: {
        items: [
          { header: "Cache-Control", value: "no-store", override: false },
          { header: "Cross-Origin-Resource-Policy", value: "same-origin", override: true },
        ],
      },
      security_headers_config: {
        content_security_policy: {
          content_security_policy: "default-src 'none'; frame-ancestors 'none'",
        },
      },
    });
  });

  test("has a firewall, code, logs and an address as a delivery has", () => {
    const {
      aliases,
      web_acl_id: acl,
      price_class: price,
      ordered_cache_behavior: at,
    } = resource(edge, DISTRIBUTION);
    expect({ aliases, acl, price }).toEqual({
      aliases: ["shop.dev.example.com"],
      acl: "${aws_wafv2_web_acl.storefront_firewall.arn}",
      price: "PriceClass_200",
    });
    expect(at).toMatchObject([
      { path_pattern: "/v2/*", target_origin_id: "api", function_association: [{}, {}] },
    ]);
    expect(resource(edge, "aws_cloudwatch_log_group.storefront_access_logs")).toMatchObject({
      retention_in_days: 30,
    });
    expect(typesIn(edge, "aws_route53_record")).toEqual([
      "storefront_certificate_shop",
      "storefront_address_a",
      "storefront_address_aaaa",
    ]);
  });

  test("points at the lines of the declaration that its parts came from", () => {
    const pathOf = (address: string) => (origin(edge, address) as { path: string }).path;
    expect(
      [
        DISTRIBUTION,
        "aws_cloudfront_cache_policy.storefront_policies_caching",
        "aws_cloudfront_response_headers_policy.storefront_policies_headers",
        "aws_cloudfront_function.storefront_viewer_request",
        "aws_wafv2_web_acl.storefront_firewall",
      ].map(pathOf),
    ).toEqual([
      "storefront.workload.edge",
      "storefront.workload.edge.cache",
      "storefront.workload.edge.headers",
      "storefront.workload.edge.viewerRequest",
      "storefront.workload.edge.firewall",
    ]);
  });
});

test("what another region's cell says is read there", () => {
  const abroad = withService(apiAtEdge(), { region: "eu-west-1" })("edge");
  expect(abroad.data?.["aws_ssm_parameter"]).toMatchObject({
    storefront_api_contract: { provider: "aws.eu-west-1" },
  });
});

test("an API that is not at the edge has none of it", () => {
  const stacks = synthesizeAll([{ ...dev, services: [OPEN_API] }]);
  const json = stacks.find(({ id }) => id === "dev-c01")!.json;
  expect(stacks.map(({ id }) => id)).not.toContain("dev-edge");
  expect(resource(json, STAGE).name).toBe("$default");
  expect(Object.keys(json.output ?? {})).toContain("storefront_api_url");
  for (const type of ["terraform_data", "aws_ssm_parameter"])
    expect(json.resource?.[type]).toBeUndefined();
});

test("a distribution of an API and something else is refused", () => {
  expect(() =>
    synthesizeOne((stack) => {
      new Distribution(stack, "cdn", {
        ...{ name: "cdn", description: "Tests.", address: undefined, reach: "all" },
        webAclArn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/x/y",
        service: {
          vpcOriginId: "vo_1",
          dnsName: "internal.example.com",
          paths: [],
          timeoutSeconds: 5,
        },
        api: {
          ...{ host: "a.example.com", path: "/x", timeoutSeconds: 7 },
          ...{ cachePolicyId: "c", headersPolicyId: "h" },
        },
      });
    }),
  ).toThrow(
    "test-c01/cdn: expected an API alone, or a store, a service or both, got them together",
  );
});

test("the gate has nothing against the stacks as they are written", async () => {
  for (const json of [cell, edge]) {
    const bytes = Buffer.from(JSON.stringify(json));
    const { findings } = await judge([{ name: "cdk.tf.json", bytes }], {
      now: new Date(0),
      stage: "synth",
    });
    expect(findings.filter(({ verdict }) => verdict === "deny")).toEqual([]);
  }
});
