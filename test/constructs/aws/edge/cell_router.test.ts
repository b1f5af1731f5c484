import { CellRouter } from "../../../../constructs/aws/edge/cell_router";
import { Distribution } from "../../../../constructs/aws/edge/distribution";
import { RoutingTable } from "../../../../constructs/aws/edge/routing_table";
import { routerText } from "../../../../constructs/aws/edge/router_text";
import { settleRouter } from "../../../../model/cells/router/router";
import { BUCKETS } from "../../../../model/cells/bucket";
import { evenCells, rebalance } from "../../../../model/cells/table";
import { ROUTER_SOURCE } from "../../../functions/edge/router_engine";
import { routedStack } from "../../support/routed";
import { resource, synthesizeOne } from "../../support/synth";

const stack = routedStack(3);
const DISTRIBUTION = "aws_cloudfront_distribution.cdn";
const { origin, ...distribution } = resource(stack, DISTRIBUTION);
const origins = origin as readonly { readonly origin_id: string }[];

test("the table is 16 keys of a store, and each pinned key one more, with the names of cells as they are", () => {
  const keys = Object.values(stack.resource?.["aws_cloudfrontkeyvaluestore_key"] ?? {});
  expect(keys).toHaveLength(17);
  const table = keys
    .filter(({ key }) => String(key).startsWith("buckets:"))
    .flatMap(({ value }) => String(value).split(" "));
  expect(table).toEqual(rebalance(undefined, evenCells(3)));
  // printf %s tenant-1 | sha256sum
  expect(keys.find(({ value }) => value === "c03")).toMatchObject({
    key: "pin:0a96abb33b07ff0e8f48bcc4893e0e7346bff899dd316979517fa06509a49aff",
  });
});

test("neither the stack nor the code holds a secret: the store has it beside what is made here", () => {
  expect(Object.keys(stack.resource ?? {})).not.toContain(
    "aws_cloudfrontkeyvaluestore_keys_exclusive",
  );
  const keys = Object.values(stack.resource?.["aws_cloudfrontkeyvaluestore_key"] ?? {});
  expect(keys.filter(({ key }) => String(key).startsWith("secret:"))).toEqual([]);
});

test("the code reads that store, and runs when the table is whole", () => {
  const code = resource(stack, "aws_cloudfront_function.router_code");
  expect(code["key_value_store_associations"]).toEqual([
    "${aws_cloudfront_key_value_store.router_table.arn}",
  ]);
  expect(code["depends_on"]).toHaveLength(17);
  expect(code["code"]).toContain('"from":"cookie","name":"tenant"');
});

test("each cell is an origin by its name, and the behaviours' own is one where nobody answers", () => {
  expect(origins.map(({ origin_id }) => origin_id)).toEqual(["service", "c01", "c02", "c03"]);
  expect(origins[0]).toMatchObject({
    domain_name: "nobody.example",
    custom_origin_config: { origin_protocol_policy: "https-only" },
  });
  expect(origins[2]).toMatchObject({
    domain_name: "internal-c02.us-east-1.elb.amazonaws.com",
    vpc_origin_config: { vpc_origin_id: "${aws_cloudfront_vpc_origin.c02.id}" },
  });
});

test("the router runs at each request, and what a cell answers is not kept for a user of another", () => {
  expect(distribution["default_cache_behavior"]).toMatchObject({
    target_origin_id: "service",
    cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    function_association: [
      {
        event_type: "viewer-request",
        function_arn: "${aws_cloudfront_function.router_code.arn}",
      },
    ],
  });
});

const cells = (count: number) =>
  Object.fromEntries(
    evenCells(count).map(({ name }) => [name, { vpcOriginId: `vo_${name}`, dnsName: name }]),
  );

const cdn = (more: object, count = 2) =>
  synthesizeOne((one) => {
    new Distribution(one, "cdn", {
      ...{ name: "cdn", description: "Tests.", address: undefined, reach: "all" },
      webAclArn: "",
      service: { routerArn: "arn", cells: cells(count), paths: [], timeoutSeconds: 30 },
      ...more,
    });
  });

describe("refused at synthesis is", () => {
  test("a hundredth cell of one distribution", () => {
    expect(() => cdn({}, 99)).not.toThrow();
    expect(() => cdn({}, 100)).toThrow(
      "test-c01/cdn: expected at most 100 origins, which is what CloudFront gives a distribution, got 101; give some cells to a distribution of their own",
    );
  });

  test("other code for the event at which the router runs", () => {
    const functions = [{ event: "viewerRequest", arn: "other", paths: [] }];
    expect(() => cdn({ functions })).toThrow(
      "test-c01/cdn: expected one function for each event of a path, as CloudFront takes it, got two for every other path",
    );
    expect(() => cdn({ functions: [{ ...functions[0], event: "viewerResponse" }] })).not.toThrow();
  });

  test("a table that the store does not take", () => {
    expect(() =>
      synthesizeOne((one) => {
        const placement = { table: Array<string>(BUCKETS).fill("c100"), pinned: {} };
        new RoutingTable(one, "table", { name: "x".repeat(65), placement });
      }),
    ).toThrow(
      `test-c01/table: expected a name of at most 64 characters, got ${"x".repeat(65)}, which has 65\ntest-c01/table: expected values of at most 1024 bytes, got 1279 of buckets:0; give cells shorter names`,
    );
  });

  test("a source without the line that says what the fleet declares", () => {
    const router = settleRouter({ key: { cookie: "tenant" } });
    expect(() => routerText("function handler() {}", router, false)).toThrow(
      "expected a statement `const SETTINGS = {…};`, got none",
    );
  });
});

test("a fleet without pinned keys asks the store for none", () => {
  const text = String(
    synthesizeOne((one) => {
      new CellRouter(one, "router", {
        ...{ name: "router", description: "Tests.", source: ROUTER_SOURCE },
        router: settleRouter({ key: { header: "x-user", trust: "cell" }, home: "c01" }),
        placement: { table: rebalance(undefined, evenCells(2)), pinned: {} },
      });
    }).resource?.["aws_cloudfront_function"]?.["router_code"]?.["code"],
  );
  expect(text).toContain(
    'const SETTINGS = {"from":"header","name":"x-user","claim":"","signed":false,"home":"c01","pins":false};',
  );
});
