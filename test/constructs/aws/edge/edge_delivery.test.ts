import { dev } from "../../../../environments/dev";
import { catalogImages } from "../../../../environments/services/catalog-images";
import type { AwsEnvironment } from "../../../../model/environment";
import { EdgeDelivery } from "../../../../constructs/aws/edge/edge_delivery";
import { changed, settledCatalogImages } from "../../../model/fixtures";
import { origin, resource, statements, synthesizeAll, synthesizeOne } from "../../support/synth";

function edgeWith(changes: Record<string, unknown> = {}, environment: AwsEnvironment = dev) {
  const service = Object.entries(changes).reduce(
    (declared, [path, to]) => changed(declared, path, to),
    catalogImages,
  );
  const stacks = synthesizeAll([{ ...environment, services: [service] }]);
  return stacks.find(({ id }) => id === "dev-edge")!.json;
}

const edge = edgeWith();

const DISTRIBUTION = "aws_cloudfront_distribution.catalog_images_distribution";
const HEADERS = "aws_cloudfront_response_headers_policy.catalog_images_policies_headers";
const UNCACHED = "aws_cloudfront_response_headers_policy.catalog_images_policies_uncached_headers";
const ACL = "aws_wafv2_web_acl.catalog_images_firewall";

test("the edge has these addresses, which never change", () => {
  const addresses = Object.entries(edge.resource ?? {}).flatMap(([type, byName]) =>
    Object.keys(byName).map((name) => `${type}.${name}`),
  );
  expect(addresses.sort()).toEqual([
    "aws_acm_certificate.catalog_images_certificate",
    "aws_acm_certificate_validation.catalog_images_certificate_issued",
    "aws_cloudfront_cache_policy.catalog_images_policies_caching",
    "aws_cloudfront_distribution.catalog_images_distribution",
    "aws_cloudfront_monitoring_subscription.catalog_images_distribution_metrics",
    "aws_cloudfront_origin_access_control.catalog_images_distribution_access",
    "aws_cloudfront_response_headers_policy.catalog_images_policies_headers",
    "aws_cloudfront_response_headers_policy.catalog_images_policies_uncached_headers",
    "aws_cloudwatch_log_delivery.catalog_images_access_delivery",
    "aws_cloudwatch_log_delivery_destination.catalog_images_access_destination",
    "aws_cloudwatch_log_delivery_source.catalog_images_access_source",
    "aws_cloudwatch_log_group.catalog_images_access_logs",
    "aws_cloudwatch_log_group.catalog_images_firewall_logs",
    "aws_kms_alias.catalog_images_logs_key_alias",
    "aws_kms_key.catalog_images_logs_key",
    "aws_route53_record.catalog_images_address_a",
    "aws_route53_record.catalog_images_address_aaaa",
    "aws_route53_record.catalog_images_certificate_images",
    "aws_wafv2_web_acl.catalog_images_firewall",
    "aws_wafv2_web_acl_logging_configuration.catalog_images_firewall_logging",
  ]);
});

describe("whatever the environment's region", () => {
  const abroad = edgeWith({}, { ...dev, region: "eu-west-1" });

  test("the edge is in us-east-1, its state and its bucket are not", () => {
    expect(abroad.provider).toMatchObject({ aws: [{ region: "us-east-1" }] });
    expect(abroad.terraform).toMatchObject({ backend: { s3: { region: "eu-west-1" } } });
    expect(resource(abroad, DISTRIBUTION).origin).toMatchObject([
      { domain_name: "dev-c01-catalog-images-images-123456789012.s3.eu-west-1.amazonaws.com" },
    ]);
  });

  test("its key serves the logs there, those two groups alone", () => {
    const { policy } = resource(abroad, "aws_kms_key.catalog_images_logs_key");
    expect(statements(policy)[1]).toMatchObject({
      Principal: { Service: "logs.us-east-1.amazonaws.com" },
      Condition: {
        ArnEquals: {
          "kms:EncryptionContext:aws:logs:arn": [
            "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/cloudfront/dev-c01-catalog-images",
            "arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-dev-c01-catalog-images",
          ],
        },
      },
    });
  });
});

describe("the distribution", () => {
  test("speaks HTTP/2 and 3 over IPv6 and TLS 1.2, at the declared address", () => {
    expect(resource(edge, DISTRIBUTION)).toMatchObject({
      http_version: "http2and3",
      is_ipv6_enabled: true,
      price_class: "PriceClass_100",
      aliases: ["images.dev.example.com"],
      viewer_certificate: {
        acm_certificate_arn:
          "${aws_acm_certificate_validation.catalog_images_certificate_issued.certificate_arn}",
        minimum_protocol_version: "TLSv1.2_2021",
        ssl_support_method: "sni-only",
      },
      tags: { Name: "dev-c01-catalog-images", service: "catalog-images", owner: "media" },
    });
  });

  test("without a domain answers at CloudFront's own address", () => {
    const homeless = changed(dev, "edge", undefined);
    const bare = resource(edgeWith({ "workload.host": undefined }, homeless), DISTRIBUTION);
    expect(bare.aliases).toBeUndefined();
    expect(bare.viewer_certificate).toEqual({ cloudfront_default_certificate: true });
  });

  test.each([
    ["most", "PriceClass_200"],
    ["all", "PriceClass_All"],
  ])("reaches %s of the world", (reach, priceClass) => {
    const { price_class } = resource(edgeWith({ "workload.reach": reach }), DISTRIBUTION);
    expect(price_class).toBe(priceClass);
  });

  test("reads the bucket by signed requests", () => {
    expect(
      resource(edge, "aws_cloudfront_origin_access_control.catalog_images_distribution_access"),
    ).toMatchObject({
      origin_access_control_origin_type: "s3",
      signing_behavior: "always",
      signing_protocol: "sigv4",
    });
  });

  test("keeps no copy of what is never to be kept", () => {
    const { default_cache_behavior, ordered_cache_behavior } = resource(edge, DISTRIBUTION);
    const shared = {
      target_origin_id: "store",
      viewer_protocol_policy: "redirect-to-https",
      allowed_methods: ["GET", "HEAD"],
      cached_methods: ["GET", "HEAD"],
      compress: true,
    };
    expect(default_cache_behavior).toEqual({
      ...shared,
      cache_policy_id: "${aws_cloudfront_cache_policy.catalog_images_policies_caching.id}",
      response_headers_policy_id: `\${${HEADERS}.id}`,
    });
    expect(ordered_cache_behavior).toEqual([
      {
        ...shared,
        path_pattern: "/previews/*",
        cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        response_headers_policy_id: `\${${UNCACHED}.id}`,
      },
    ]);
  });

  test("forgets errors soon", () => {
    const json = edgeWith({ "workload.cache.errors": "1m" });
    const errors = resource(json, DISTRIBUTION).custom_error_response;
    expect(errors).toEqual(
      [403, 404, 500, 502, 503, 504].map((error_code) => ({
        ...{ error_code, error_caching_min_ttl: 60 },
      })),
    );
  });

  test("emits its rate of hits and the latency of its store", () => {
    expect(
      resource(edge, "aws_cloudfront_monitoring_subscription.catalog_images_distribution_metrics")
        .monitoring_subscription,
    ).toEqual({
      realtime_metrics_subscription_config: { realtime_metrics_subscription_status: "Enabled" },
    });
  });
});

describe("caches", () => {
  const caching = (changes: Record<string, unknown> = {}) =>
    resource(edgeWith(changes), "aws_cloudfront_cache_policy.catalog_images_policies_caching");

  test("tell copies apart by path, declared parameter and compression alone", () => {
    expect(caching()).toMatchObject({
      ...{ min_ttl: 0, default_ttl: 604_800, max_ttl: 31_536_000 },
      parameters_in_cache_key_and_forwarded_to_origin: {
        enable_accept_encoding_brotli: true,
        enable_accept_encoding_gzip: true,
        cookies_config: { cookie_behavior: "none" },
        headers_config: { header_behavior: "none" },
        query_strings_config: {
          query_string_behavior: "whitelist",
          query_strings: { items: ["v"] },
        },
      },
    });
  });

  test("ignore a query that nobody declared", () => {
    expect(caching({ "workload.cache.query": undefined })).toMatchObject({
      parameters_in_cache_key_and_forwarded_to_origin: {
        query_strings_config: { query_string_behavior: "none" },
      },
    });
  });

  test("have one policy of headers where nothing is kept from them", () => {
    const json = edgeWith({ "workload.cache.never": undefined });
    expect(Object.keys(json.resource?.["aws_cloudfront_response_headers_policy"] ?? {})).toEqual([
      "catalog_images_policies_headers",
    ]);
    expect(resource(json, DISTRIBUTION).ordered_cache_behavior).toEqual([]);
  });
});

describe("browsers", () => {
  const control = (address: string) =>
    (resource(edge, address).custom_headers_config as { items: unknown[] }).items[0];

  test("keep a copy as declared unless the object says otherwise, and none of what is never to be kept", () => {
    expect(control(HEADERS)).toEqual({
      header: "Cache-Control",
      value: "public, max-age=604800, stale-while-revalidate=3600, stale-if-error=86400",
      override: false,
    });
    expect(control(UNCACHED)).toEqual({
      ...{ header: "Cache-Control", value: "no-store", override: true },
    });
  });

  test("are told how safe an object is to show", () => {
    expect(resource(edge, HEADERS).security_headers_config).toEqual({
      content_security_policy: {
        content_security_policy: "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        override: true,
      },
      content_type_options: { override: true },
      frame_options: { frame_option: "DENY", override: true },
      referrer_policy: { referrer_policy: "strict-origin-when-cross-origin", override: true },
      strict_transport_security: {
        access_control_max_age_sec: 63_072_000,
        include_subdomains: true,
        override: true,
      },
    });
    const framed = edgeWith({ "workload.headers": { framing: "sameOrigin" } });
    expect(resource(framed, HEADERS).security_headers_config).toMatchObject({
      frame_options: { frame_option: "SAMEORIGIN" },
    });
  });

  test("are told nothing of the key and the bucket", () => {
    const { items } = resource(edge, HEADERS).remove_headers_config as {
      items: { header: string }[];
    };
    expect(items.map(({ header }) => header)).toContain(
      "x-amz-server-side-encryption-aws-kms-key-id",
    );
  });

  test("let the declared sites' pages read, without cookies", () => {
    expect(resource(edge, HEADERS).cors_config).toEqual({
      access_control_allow_credentials: false,
      access_control_allow_headers: { items: ["*"] },
      access_control_allow_methods: { items: ["GET", "HEAD"] },
      access_control_allow_origins: { items: ["https://shop.example.com"] },
      access_control_max_age_sec: 3_600,
      origin_override: true,
    });
    const alone = edgeWith({ "workload.cors": undefined });
    expect(resource(alone, HEADERS).cors_config).toBeUndefined();
  });
});

describe("the firewall", () => {
  interface WebAclRule {
    readonly name: string;
    readonly priority: number;
    readonly action?: unknown;
    readonly override_action?: unknown;
    readonly statement: unknown;
  }
  const rules = (mode: string) =>
    resource(edgeWith({ "workload.firewall.mode": mode }), ACL).rule as WebAclRule[];

  test("counts who asks too often, and stops what is known to be bad", () => {
    expect(
      rules("block").map(({ name, priority, action, override_action, statement }) => ({
        ...{ name, priority, does: action ?? override_action, statement },
      })),
    ).toEqual([
      {
        ...{ name: "rate", priority: 0, does: { block: {} } },
        statement: [
          {
            rate_based_statement: [
              { aggregate_key_type: "IP", evaluation_window_sec: 300, limit: 20_000 },
            ],
          },
        ],
      },
      ...[
        ["reputation", "AWSManagedRulesAmazonIpReputationList"],
        ["common", "AWSManagedRulesCommonRuleSet"],
        ["known-bad", "AWSManagedRulesKnownBadInputsRuleSet"],
      ].map(([name, group], index) => ({
        ...{ name, priority: index + 1, does: { none: {} } },
        statement: [{ managed_rule_group_statement: [{ name: group, vendor_name: "AWS" }] }],
      })),
    ]);
  });

  test("only says what it would stop where it counts", () => {
    const does = rules("count").map(({ action, override_action }) => action ?? override_action);
    expect(does).toEqual(Array(4).fill({ count: {} }));
  });

  test("logs what it stops, without what logs a person in", () => {
    expect(resource(edge, ACL)).toMatchObject({
      scope: "CLOUDFRONT",
      visibility_config: { metric_name: "dev-c01-catalog-images" },
    });
    expect(
      resource(edge, "aws_wafv2_web_acl_logging_configuration.catalog_images_firewall_logging"),
    ).toMatchObject({
      redacted_fields: [
        { single_header: { name: "authorization" } },
        { single_header: { name: "cookie" } },
      ],
      logging_filter: {
        default_behavior: "DROP",
        filter: [
          {
            behavior: "KEEP",
            requirement: "MEETS_ANY",
            condition: [
              { action_condition: { action: "BLOCK" } },
              { action_condition: { action: "COUNT" } },
            ],
          },
        ],
      },
    });
  });
});

test("each request is logged as JSON, without query, cookie and header", () => {
  const { record_fields } = resource(
    edge,
    "aws_cloudwatch_log_delivery.catalog_images_access_delivery",
  ) as { record_fields: string[] };
  expect(record_fields).toEqual(expect.arrayContaining(["c-ip", "cs-uri-stem", "sc-status"]));
  expect(record_fields.filter((field) => /query|\(|cookie/i.test(field))).toEqual([
    "timestamp(ms)",
  ]);
  expect(
    resource(edge, "aws_cloudwatch_log_delivery_destination.catalog_images_access_destination"),
  ).toMatchObject({ output_format: "json" });
});

test("each part points at the line of the declaration that it came from", () => {
  const paths = [DISTRIBUTION, HEADERS, ACL].map((address) => origin(edge, address));
  expect(paths).toEqual([
    { path: "catalog-images.workload" },
    { path: "catalog-images.workload.headers" },
    { path: "catalog-images.workload.firewall" },
  ]);
});

test("outputs give the distribution's id and address, and what uploads say", () => {
  expect(edge.output).toMatchObject({
    catalog_images_distribution_id: { value: `\${${DISTRIBUTION}.id}` },
    catalog_images_domain_name: { value: `\${${DISTRIBUTION}.domain_name}` },
    catalog_images_cache_control: {
      value: "public, max-age=604800, stale-while-revalidate=3600, stale-if-error=86400",
    },
  });
});

describe("its address", () => {
  const DOMAIN_NAME = "${aws_cloudfront_distribution.catalog_images_distribution.domain_name}";

  test("is led to the distribution by IPv4 and IPv6, in the environment's zone", () => {
    for (const type of ["A", "AAAA"]) {
      const address = `aws_route53_record.catalog_images_address_${type.toLowerCase()}`;
      expect(resource(edge, address)).toEqual({
        ...{ zone_id: dev.dns?.id, name: "images.dev.example.com", type },
        alias: { name: DOMAIN_NAME, zone_id: "Z2FDTNDATAQYW2", evaluate_target_health: false },
      });
    }
  });

  test("has a certificate of its own, which carries the service's tags", () => {
    expect(resource(edge, "aws_acm_certificate.catalog_images_certificate")).toMatchObject({
      domain_name: "images.dev.example.com",
      tags: { Name: "dev-c01-catalog-images", service: "catalog-images", owner: "media" },
    });
  });

  const certificate = `arn:aws:acm:us-east-1:${dev.account}:certificate/12345678-1234-1234-1234-123456789012`;

  test("keeps a certificate that is given, and is found all the same", () => {
    const given = edgeWith({}, { ...dev, edge: { domain: "dev.example.com", certificate } });
    expect(resource(given, DISTRIBUTION).viewer_certificate).toMatchObject({
      acm_certificate_arn: certificate,
    });
    expect(given.resource?.["aws_acm_certificate"]).toBeUndefined();
    expect(Object.keys(given.resource?.["aws_route53_record"] ?? {})).toEqual([
      "catalog_images_address_a",
      "catalog_images_address_aaaa",
    ]);
  });

  test("in another zone than the environment's gets no record, and nothing is read of that zone", () => {
    const abroad = edgeWith(
      {},
      { ...dev, dns: { zone: "example.net" }, edge: { domain: "dev.example.com", certificate } },
    );
    expect(abroad.resource?.["aws_route53_record"]).toBeUndefined();
    expect(abroad.data).toBeUndefined();
  });

  test("stands in a zone that the network's stack made, by what that published", () => {
    const json = edgeWith({}, { ...dev, dns: { zone: "example.com" } });
    expect(resource(json, "aws_route53_record.catalog_images_address_a").zone_id).toBe(
      "${jsondecode(data.aws_ssm_parameter.dns_contract.insecure_value).id}",
    );
  });

  test("without a zone and without a certificate is an error at synth", () => {
    synthesizeOne((stack) => {
      const service = settledCatalogImages({});
      expect(() => new EdgeDelivery(stack, "it", { service, location: dev })).toThrow(
        "test-c01/it: expected the zone of images.dev.example.com, in which its certificate is proved, got none; give a zone or a certificate",
      );
    });
  });
});
