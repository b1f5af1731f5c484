import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TerraformJson } from "../../../../constructs/terraform_json";
import { Distribution } from "../../../../constructs/aws/edge/distribution";
import { EdgeFunction } from "../../../../constructs/aws/edge/edge_function";
import { LambdaEdgeFunction } from "../../../../constructs/aws/edge/lambda_edge_function";
import { repositoryRoot } from "../../../../operations/repository";
import {
  CODE,
  FRONTED,
  LOCATION,
  origin,
  resource,
  SITE,
  statements,
  synthesizeAll,
  synthesizeOne,
} from "../../support/synth";

const stacksOf = (site: unknown = SITE, region = "us-east-1") => {
  const services = [FRONTED.services[0], site as typeof SITE];
  const stacks = synthesizeAll([{ ...FRONTED, region, services }]);
  return (part: string): TerraformJson => stacks.find(({ id }) => id === `dev-front-${part}`)!.json;
};

const stacks = stacksOf();
const edge = stacks("edge");
const cell = stacks("c01");

const DISTRIBUTION = "aws_cloudfront_distribution.site_distribution";
const BALANCER = "aws_lb.entrance_balancer";

const typesOf = (json: TerraformJson) => Object.keys(json.resource ?? {});

describe("the load balancer that CloudFront alone reaches", () => {
  test("has no address on the internet, no firewall of its own, and stands where tasks do", () => {
    const { internal, name, subnets } = resource(cell, BALANCER);
    expect({ internal, name }).toEqual({ internal: true, name: "dev-front-c01-private" });
    expect(JSON.stringify(subnets)).toContain("private");
    expect(typesOf(cell).filter((type) => type.startsWith("aws_wafv2"))).toEqual([]);
  });

  test("lets CloudFront in at 443, and nobody else", () => {
    const rules = Object.values(cell.resource?.["aws_vpc_security_group_ingress_rule"] ?? {});
    const open = rules.filter((rule) => rule["referenced_security_group_id"] === undefined);
    expect(open).toMatchObject([
      {
        ...{ from_port: 443, to_port: 443, ip_protocol: "tcp" },
        prefix_list_id: "${data.aws_ec2_managed_prefix_list.entrance_balancer_group_cloudfront.id}",
      },
    ]);
    expect(cell.data?.["aws_ec2_managed_prefix_list"]).toMatchObject({
      entrance_balancer_group_cloudfront: {
        name: "com.amazonaws.global.cloudfront.origin-facing",
      },
    });
  });

  test("is told to the edge's stack, and no record of the host leads to it", () => {
    expect(resource(cell, "aws_ssm_parameter.entrance_contract")).toMatchObject({
      name: "/plinth/dev-front/c01/balancer",
      insecure_value:
        '{"schema":"plinth.balancer/v1","arn":"${aws_lb.entrance_balancer.arn}","dnsName":"${aws_lb.entrance_balancer.dns_name}"}',
    });
    expect(Object.keys(cell.resource?.["aws_route53_record"] ?? {})).toEqual(["certificate_shop"]);
  });
});

describe("the distribution in front of it", () => {
  test("reaches it privately, over TLS 1.2 alone", () => {
    const config = {
      ...{ name: "dev-front-c01-private", http_port: 80, https_port: 443 },
      origin_protocol_policy: "https-only",
      origin_ssl_protocols: [{ items: ["TLSv1.2"], quantity: 1 }],
    };
    expect(
      resource(edge, "aws_cloudfront_vpc_origin.c01_origin").vpc_origin_endpoint_config,
    ).toEqual([
      {
        ...config,
        arn: "${jsondecode(data.aws_ssm_parameter.c01_balancer_contract.insecure_value).arn}",
      },
    ]);
  });

  test("asks it, and the store, each for its own", () => {
    const { origin: origins, aliases } = resource(edge, DISTRIBUTION);
    expect(aliases).toEqual(["shop.dev.example.com"]);
    expect(origins).toMatchObject([
      { origin_id: "store", origin_access_control_id: expect.any(String) as string },
      {
        origin_id: "service",
        vpc_origin_config: {
          vpc_origin_id: "${aws_cloudfront_vpc_origin.c01_origin.id}",
          origin_read_timeout: 30,
        },
      },
    ]);
  });

  test("passes all of a request on and keeps nothing of the answer, nor of a failure", () => {
    const { ordered_cache_behavior: behaviours, custom_error_response: errors } = resource(
      edge,
      DISTRIBUTION,
    );
    expect((behaviours as unknown[])[0]).toEqual({
      path_pattern: "/api/*",
      target_origin_id: "service",
      viewer_protocol_policy: "redirect-to-https",
      allowed_methods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
      cached_methods: ["GET", "HEAD"],
      cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      origin_request_policy_id: "216adef6-5c7f-47e4-b989-5492eafa07d3",
      response_headers_policy_id: "67f7725c-6f97-4210-82d7-5512b31e9d03",
      function_association: [
        {
          event_type: "viewer-response",
          function_arn: "${aws_cloudfront_function.site_viewer_response.arn}",
        },
      ],
    });
    for (const error of errors as unknown[])
      expect(error).toMatchObject({ error_caching_min_ttl: 0 });
  });

  test("can be without a store: then the service answers everything", () => {
    const workload = { kind: "contentDelivery", origin: { service: "basket" } };
    const site = { ...SITE, workload, stores: {} };
    const alone = stacksOf(site);
    const made = resource(alone("edge"), DISTRIBUTION);
    expect(made.default_cache_behavior).toMatchObject({ target_origin_id: "service" });
    expect(made.ordered_cache_behavior).toEqual([]);
    expect(typesOf(alone("edge"))).not.toContain("aws_cloudfront_cache_policy");
    expect(Object.keys(alone("edge").output ?? {})).not.toContain("site_cache_control");
    expect(Object.keys(alone("c01").output ?? {})).not.toContain("site_pages_bucket");
  });
});

describe("what another region's stack says is read there", () => {
  test("whatever the edge's own", () => {
    const abroad = stacksOf(SITE, "eu-west-1")("edge");
    expect(abroad.data?.["aws_ssm_parameter"]).toMatchObject({
      c01_balancer_contract: { provider: "aws.eu-west-1" },
    });
    expect(abroad.provider).toMatchObject({
      aws: [{ region: "us-east-1" }, { region: "eu-west-1", alias: "eu-west-1" }],
    });
  });

  test("and by the stack's own provider where it is the same", () => {
    expect(edge.provider).toMatchObject({ aws: [{ region: "us-east-1" }] });
    expect(edge.provider?.["aws"]).toHaveLength(1);
  });

  test("the zone that the network's stack made", () => {
    const made = { ...FRONTED, dns: { zone: "dev.example.com" }, region: "eu-west-1" };
    const json = synthesizeAll([made]).find(({ id }) => id === "dev-front-edge")!.json;
    expect(json.data?.["aws_ssm_parameter"]).toMatchObject({
      dns_contract: { name: "/plinth/dev-front/dns", provider: "aws.eu-west-1" },
    });
  });
});

describe("code at the edge", () => {
  const behaviours = () => {
    const made = resource(edge, DISTRIBUTION);
    const ordered = made.ordered_cache_behavior as Record<string, unknown>[];
    const all = [...ordered, { path_pattern: "*", ...(made.default_cache_behavior as object) }];
    return all.map((one) => {
      const code = (one as { function_association?: { event_type: string }[] })
        .function_association;
      return [(one as { path_pattern: string }).path_pattern, code?.map((at) => at.event_type)];
    });
  };

  test("runs where it is said to, at each path's own behaviour", () => {
    expect(behaviours()).toEqual([
      ["/api/*", ["viewer-response"]],
      ["/drafts/*", ["viewer-request", "viewer-response"]],
      ["/guide/*", ["viewer-request", "viewer-response"]],
      ["*", ["viewer-response"]],
    ]);
  });

  test("is published as it stands in the repository", () => {
    expect(resource(edge, "aws_cloudfront_function.site_viewer_response")).toEqual({
      name: "dev-front-c01-site-viewer-response",
      comment: "functions/edge/hashed.js of site in dev-front.",
      ...{ runtime: "cloudfront-js-2.0", publish: true },
      code: readFileSync(join(repositoryRoot, "functions/edge/hashed.js"), "utf8"),
    });
  });

  test("points at the line of the declaration that it came from", () => {
    expect(origin(edge, "aws_cloudfront_function.site_viewer_request")).toEqual({
      path: "site.workload.edge.viewerRequest",
    });
  });

  test("says what Terraform would take for a template as it is", () => {
    const code = "function handler(event) { return `${event.request}%{x}`; }";
    const json = synthesizeOne((stack) => {
      new EdgeFunction(stack, "code", { name: "code", description: "Tests.", code });
    });
    expect(resource(json, "aws_cloudfront_function.code").code).toBe(
      "function handler(event) { return `$${event.request}%%{x}`; }",
    );
  });

  test("is refused where CloudFront would refuse it", () => {
    const [name, code] = ["n".repeat(65), "c".repeat(10_241)];
    expect(() =>
      synthesizeOne((stack) => {
        new EdgeFunction(stack, "code", { name, description: "Tests.", code });
      }),
    ).toThrow(
      `test-c01/code: expected a name of at most 64 characters, got ${name}, which has 65\ntest-c01/code: expected code of at most 10240 bytes, got 10241`,
    );
  });
});

describe("code behind the caches", () => {
  const FUNCTION = "aws_lambda_function.site_origin_response";

  test("runs where the store answers, and nowhere else", () => {
    const { default_cache_behavior: rest, ordered_cache_behavior: ordered } = resource(
      edge,
      DISTRIBUTION,
    );
    const placed = [
      {
        ...{ event_type: "origin-response", include_body: false },
        lambda_arn: `\${${FUNCTION}.qualified_arn}`,
      },
    ];
    const of = (one: unknown) =>
      (one as { lambda_function_association?: unknown }).lambda_function_association;
    expect(of(rest)).toEqual(placed);
    expect((ordered as unknown[]).map(of)).toEqual([undefined, placed, placed]);
  });

  test("is a published version with nothing that Lambda@Edge refuses", () => {
    expect(resource(edge, FUNCTION)).toEqual({
      tags: expect.any(Object) as object,
      function_name: "dev-front-c01-site-origin-response",
      description: "functions/edge/missing.ts of site in dev-front.",
      role: "${aws_iam_role.site_origin_response_role.arn}",
      ...{ runtime: "nodejs22.x", architectures: ["x86_64"], handler: "index.handler" },
      filename: "assets/functions-edge-missing.zip",
      source_code_hash: CODE.sha256Base64,
      ...{ publish: true, memory_size: 256, timeout: 5 },
      logging_config: {
        ...{ log_format: "JSON", application_log_level: "INFO", system_log_level: "INFO" },
        log_group: "/aws/lambda-edge/dev-front-c01-site-origin-response",
      },
      depends_on: ["aws_iam_role_policy.site_origin_response_grants"],
    });
  });

  test("is run by Lambda at home and at the edge, and may write its log wherever that is", () => {
    const { assume_role_policy: trust } = resource(edge, "aws_iam_role.site_origin_response_role");
    expect(statements(trust)).toEqual([
      {
        ...{ Effect: "Allow", Action: "sts:AssumeRole" },
        Principal: { Service: ["edgelambda.amazonaws.com", "lambda.amazonaws.com"] },
      },
    ]);
    const { policy } = resource(edge, "aws_iam_role_policy.site_origin_response_grants");
    expect(statements(policy)).toEqual([
      {
        ...{ Sid: "WriteLogs", Effect: "Allow" },
        Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        Resource:
          "arn:aws:logs:*:123456789012:log-group:/aws/lambda-edge/dev-front-c01-site-origin-response:*",
      },
    ]);
  });

  test("has a log of ours in us-east-1, by the key of the edge's logs", () => {
    expect(resource(edge, "aws_cloudwatch_log_group.site_origin_response_logs")).toEqual({
      name: "/aws/lambda-edge/dev-front-c01-site-origin-response",
      kms_key_id: "${aws_kms_key.site_logs_key.arn}",
      retention_in_days: 30,
      tags: expect.any(Object) as object,
    });
  });

  test("is refused where Lambda@Edge would refuse it", () => {
    const name = "n".repeat(65);
    expect(() =>
      synthesizeOne((stack) => {
        new LambdaEdgeFunction(stack, "code", {
          ...{ name, description: "Tests.", code: CODE, memoryMiB: 128, timeoutSeconds: 31 },
          location: { ...LOCATION, region: "eu-west-1" },
          logs: { group: "/a", keyArn: "arn", retentionDays: 30 },
        });
      }),
    ).toThrow(
      `test-c01/code: expected a name of at most 64 characters, got ${name}, which has 65\ntest-c01/code: expected us-east-1, whose functions alone CloudFront copies, got eu-west-1\ntest-c01/code: expected at most 30 seconds behind a cache, got 31`,
    );
  });

  test("is refused behind the cache of a load balancer", () => {
    expect(() =>
      synthesizeOne((stack) => {
        new Distribution(stack, "cdn", {
          ...{ name: "cdn", description: "Tests.", address: undefined, reach: "all" },
          webAclArn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/x/y",
          service: { vpcOriginId: "vo_1", dnsName: "lb", paths: [], timeoutSeconds: 30 },
          behindCache: [{ event: "originRequest", arn: "arn:1", paths: [], includeBody: false }],
        });
      }),
    ).toThrow(
      "test-c01/cdn: expected no code behind the cache of a load balancer, since VPC origins take none, got some",
    );
  });
});

test("a distribution of nothing is refused", () => {
  expect(() =>
    synthesizeOne((stack) => {
      new Distribution(stack, "cdn", {
        ...{ name: "cdn", description: "Tests.", address: undefined, reach: "all" },
        webAclArn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/x/y",
      });
    }),
  ).toThrow("test-c01/cdn: expected a store, a service or both, or an API, got none");
});

test("where no delivery leads to containers, nothing of theirs changes", () => {
  const open = synthesizeAll([{ ...FRONTED, services: [FRONTED.services[0]] }]);
  const json = open.find(({ id }) => id === "dev-front-c01")!.json;
  expect(resource(json, BALANCER)).toMatchObject({ internal: false, name: "dev-front-c01-public" });
});
