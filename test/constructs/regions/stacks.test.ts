import type { SynthesizedStack } from "../../../constructs/synth";
import type { Attributes } from "../../../constructs/terraform_json";
import { catalogImages } from "../../../environments/services/catalog-images";
import type { AwsEnvironment } from "../../../model/environment";
import { judge } from "../../../policies/gate";
import { changed } from "../../model/fixtures";
import { inTwo, SINGLE } from "../../model/regions/regions";
import { resource, statements, synthesizeAll } from "../support/synth";

const SECOND = "dev-two-c01-us-west-2";

const stacksOf = (environment: AwsEnvironment): Record<string, SynthesizedStack> =>
  Object.fromEntries(synthesizeAll([environment]).map((stack) => [stack.id, stack]));

const [single, passive, active] = [SINGLE, inTwo(), inTwo({ mode: "activeActive" })].map(stacksOf);
const firstOf = (stacks = passive) => stacks!["dev-two-c01"]!.json;
const secondOf = (stacks = passive) => stacks![SECOND]!.json;

const addresses = ({ resource: all = {} }: SynthesizedStack["json"]): string[] =>
  Object.entries(all).flatMap(([type, byName]) => Object.keys(byName).map((id) => `${type}.${id}`));

test("the second region has a stack of its own, whose state lies beside the others", () => {
  const { provider, terraform } = secondOf();
  expect(provider?.["aws"]?.[0]).toMatchObject({ region: "us-west-2" });
  expect(terraform?.backend).toMatchObject({
    s3: {
      ...{ bucket: "example-plinth-dev-state", region: "us-east-1" },
      key: `${SECOND}/terraform.tfstate`,
    },
  });
  expect(Object.keys(passive!)).toEqual([
    ...Object.keys(single!).slice(0, -1),
    ...["dev-two-c01", SECOND],
    ...Object.keys(single!).filter((id) => id.endsWith("-edge")),
  ]);
});

test("of the first region all stays as it was, but that tables do not look at copies that others make", () => {
  const before = firstOf(single);
  const after = firstOf();
  expect(addresses(after)).toEqual(expect.arrayContaining(addresses(before)));
  for (const address of addresses(before)) {
    const copied = address.startsWith("aws_dynamodb_table.");
    expect(resource(after, address)).toEqual({
      ...resource(before, address),
      ...(copied && { lifecycle: { ignore_changes: ["replica"] } }),
    });
  }
  const type = (address: string) => address.split(".")[0] ?? "";
  const joined = addresses(after).filter((address) => !addresses(before).includes(address));
  expect([...new Set(joined.map(type))].sort()).toEqual([
    ...["aws_acm_certificate", "aws_acm_certificate_validation", "aws_apigatewayv2_api_mapping"],
    ...["aws_apigatewayv2_domain_name", "aws_cloudwatch_metric_alarm", "aws_route53_health_check"],
    "aws_route53_record",
  ]);
});

test("its tables are copies of the first region's, encrypted by a key of its own", () => {
  expect(resource(secondOf(), "aws_dynamodb_table_replica.orders_state")).toMatchObject({
    global_table_arn: "arn:aws:dynamodb:us-east-1:123456789012:table/dev-two-c01-orders-state",
    kms_key_arn: "${aws_kms_key.orders_data_key.arn}",
    point_in_time_recovery: true,
    deletion_protection_enabled: false,
    tags: { Name: "dev-two-c01-orders-state", service: "orders" },
  });
  expect(secondOf().resource?.["aws_dynamodb_table"]).toBeUndefined();
});

test("its code finds them by the name that they have in both, and reaches them in its own region", () => {
  const found = "${aws_dynamodb_table_replica.orders_state.tags.Name}";
  expect(resource(secondOf(), "aws_lambda_function.orders_processor")).toMatchObject({
    function_name: "dev-two-c01-us-west-2-orders-processor",
    environment: { variables: expect.objectContaining({ STATE_TABLE: found }) as unknown },
  });
  const { policy } = resource(secondOf(), "aws_iam_role_policy.orders_processor_grants");
  expect(statements(policy).find(({ Sid }) => Sid === "GetPutItems")).toMatchObject({
    Resource: `arn:aws:dynamodb:us-west-2:123456789012:table/${found}`,
  });
});

test("an index of a copy is reached in its region", () => {
  const stores = "stores.state";
  const [orders] = SINGLE.services;
  const indexed = changed(
    changed(orders!, `${stores}.indexes`, { "by-day": { partitionKey: "day" } }),
    `${stores}.access`,
    ["query"],
  );
  const regions = { services: { orders: {} } };
  const { json } = stacksOf(inTwo(regions, { ...SINGLE, services: [indexed] }))[SECOND]!;
  const { policy } = resource(json, "aws_iam_role_policy.orders_processor_grants");
  expect(statements(policy).find(({ Sid }) => Sid === "QueryIndexes")).toMatchObject({
    Resource:
      "arn:aws:dynamodb:us-west-2:123456789012:table/${aws_dynamodb_table_replica.orders_state.tags.Name}/index/by-day",
  });
});

const record = (json: SynthesizedStack["json"], id: string): Attributes =>
  resource(json, `aws_route53_record.${id}`);

test("while the first is healthy all is led there, else to the second, which is not judged", () => {
  expect(record(firstOf(), "storefront_region_record_a")).toMatchObject({
    ...{ name: "storefront.dev.example.com", set_identifier: "us-east-1" },
    failover_routing_policy: { type: "PRIMARY" },
    health_check_id: "${aws_route53_health_check.storefront_region_health_all.id}",
  });
  const second = record(secondOf(), "storefront_region_record_a");
  expect(second).toMatchObject({ failover_routing_policy: { type: "SECONDARY" } });
  expect(second).not.toHaveProperty("health_check_id");
  expect(secondOf().resource?.["aws_route53_health_check"]).toBeUndefined();
});

test("where both answer, each caller is led to the nearer that is healthy", () => {
  for (const [json, region] of [
    [firstOf(active), "us-east-1"],
    [secondOf(active), "us-west-2"],
  ] as const) {
    expect(record(json, "storefront_region_record_a")).toMatchObject({
      ...{ set_identifier: region, latency_routing_policy: { region } },
      health_check_id: "${aws_route53_health_check.storefront_region_health_all.id}",
    });
  }
});

test("producers find the queue of the region in use by a text record, for a minute", () => {
  expect(record(firstOf(), "orders_region_record_txt")).toMatchObject({
    ...{ name: "orders.dev.example.com", type: "TXT", ttl: 60 },
    records: ["${aws_sqs_queue.orders_events.url}"],
    health_check_id: "${aws_route53_health_check.orders_region_health_all.id}",
  });
});

const check = (id: string, json = firstOf()): Attributes =>
  resource(json, `aws_route53_health_check.${id}`);

test("a region is healthy while it is reached, its alarm is silent and nobody left it", () => {
  const parts = ["orders_region_health_reached", "orders_region_health_silent"];
  expect(check("orders_region_health_all")).toMatchObject({
    child_health_threshold: 3,
    child_healthchecks: [...parts, "region_switch_check"].map(
      (id) => `\${aws_route53_health_check.${id}.id}`,
    ),
  });
  expect(check("orders_region_health_reached")).toMatchObject({
    ...{ type: "TCP", fqdn: "sqs.us-east-1.amazonaws.com", port: 443 },
  });
  expect(
    resource(firstOf(), "aws_cloudwatch_metric_alarm.orders_region_health_alarm"),
  ).toMatchObject({
    metric_name: "ApproximateAgeOfOldestMessage",
    threshold: 1_395,
    evaluation_periods: 3,
  });
  expect(check("orders_region_health_silent")).toMatchObject({
    insufficient_data_health_status: "LastKnownStatus",
  });
});

test("an API that nobody asks any more is tried again", () => {
  expect(check("storefront_region_health_silent")).toMatchObject({
    ...{ cloudwatch_alarm_region: "us-east-1", insufficient_data_health_status: "Healthy" },
  });
});

test("a path that is declared is asked over TLS", () => {
  const health = "/v1/health";
  const route = { method: "GET", path: health, auth: "none" };
  const [, storefront] = SINGLE.services;
  const asked = changed(storefront!, "workload.routes[2]", route);
  const regions = { services: { storefront: { health, host: "shop.dev.example.com" } } };
  const json = stacksOf(inTwo(regions, { ...SINGLE, services: [asked] }))["dev-two-c01"]!.json;
  expect(check("storefront_region_health_reached", json)).toMatchObject({
    ...{ type: "HTTPS", resource_path: health, enable_sni: true },
    fqdn: '${trimprefix(aws_apigatewayv2_api.storefront_api.api_endpoint, "https://")}',
  });
  expect(resource(json, "aws_apigatewayv2_domain_name.storefront_region_address")).toMatchObject({
    domain_name: "shop.dev.example.com",
    domain_name_configuration: { endpoint_type: "REGIONAL", security_policy: "TLS_1_2" },
  });
});

test("the number by which people leave a region is the other one's", () => {
  const left = (json: SynthesizedStack["json"]) =>
    resource(json, "aws_cloudwatch_metric_alarm.region_switch");
  expect(left(firstOf())).toMatchObject({
    ...{ alarm_name: "dev-two-c01-left", provider: "aws.us-west-2" },
    ...{ namespace: "Plinth/Regions", metric_name: "Left", treat_missing_data: "ignore" },
    dimensions: { Environment: "dev-two", Region: "us-east-1" },
  });
  expect(left(secondOf(active))).toMatchObject({
    ...{ alarm_name: "dev-two-c01-us-west-2-left", provider: "aws.us-east-1" },
    dimensions: { Environment: "dev-two", Region: "us-west-2" },
  });
  expect(check("region_switch_check")).toMatchObject({
    ...{ cloudwatch_alarm_region: "us-west-2" },
    insufficient_data_health_status: "LastKnownStatus",
  });
});

test("a made zone is read where the environment is", () => {
  const json = stacksOf(inTwo({}, { ...SINGLE, dns: { zone: "dev.example.com" } }))[SECOND]!.json;
  expect(json.data?.["aws_ssm_parameter"]).toMatchObject({
    dns_contract: { name: "/plinth/dev-two/dns", provider: "aws.us-east-1" },
  });
});

test("what is in one region has nothing in the second, nor has the vault", () => {
  const environment = {
    ...inTwo({ services: { orders: {} } }, { ...SINGLE, stage: "production" }),
    services: [...SINGLE.services, catalogImages],
  } as const satisfies AwsEnvironment;
  const stacks = stacksOf(environment);
  expect(JSON.stringify(stacks[SECOND]!.json)).not.toMatch(/storefront|catalog|backup_vault/);
  expect(JSON.stringify(stacks["dev-two-c01"]!.json)).toMatch(/backup_vault/);
  expect(resource(stacks[SECOND]!.json, "aws_dynamodb_table_replica.orders_state")).toMatchObject({
    deletion_protection_enabled: true,
  });
});

test.each([
  ["waits", passive],
  ["answers", active],
])("the gate passes what is written of both, where the second %s", async (_, stacks) => {
  const files = ["dev-two-c01", SECOND].map((id) => ({
    name: `${id}/cdk.tf.json`,
    bytes: Buffer.from(JSON.stringify(stacks![id]!.json)),
  }));
  expect(await judge(files, { now: new Date(0), stage: "synth" })).toMatchObject({
    ...{ verdict: "pass", findings: [] },
  });
});
