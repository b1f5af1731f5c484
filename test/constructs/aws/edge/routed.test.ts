import { settle } from "../../../../model/settle";
import { readEdgeCode } from "../../../../operations/edge_code/read";
import { repositoryRoot } from "../../../../operations/repository";
import { judge } from "../../../../policies/gate";
import { GITHUB } from "../../support/pipeline";
import { ROUTED } from "../../support/routed";
import { resource, statements, synthesizeAll } from "../../support/synth";

const stacks = synthesizeAll([{ ...ROUTED, pipeline: GITHUB }]);
const stackOf = (part: string) => stacks.find(({ id }) => id === `dev-routed-${part}`)!.json;
const edge = stackOf("edge");

const DISTRIBUTION = "aws_cloudfront_distribution.site_distribution";

test("the edge reaches the load balancer of every cell by what the cell tells of it", () => {
  const names = Object.values(edge.data?.["aws_ssm_parameter"] ?? {}).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(
      ["c01", "c02", "c03"].map((cell) => `/plinth/dev-routed/${cell}/balancer`),
    ),
  );
  const origins = resource(edge, DISTRIBUTION)["origin"] as readonly Record<string, unknown>[];
  expect(origins.map(({ origin_id }) => origin_id)).toEqual([
    ...["store", "service", "c01", "c02", "c03"],
  ]);
});

test("every cell answers at the one host, from a load balancer that CloudFront alone reaches", () => {
  for (const cell of ["c01", "c02", "c03"]) {
    const json = stackOf(cell);
    const { internal, name } = resource(json, "aws_lb.entrance_balancer");
    expect({ internal, name }).toEqual({ internal: true, name: `dev-routed-${cell}-private` });
    const [certificate] = Object.values(json.resource?.["aws_acm_certificate"] ?? {});
    expect(certificate).toMatchObject({ domain_name: "shop.dev.example.com" });
    const [rule] = Object.values(json.resource?.["aws_lb_listener_rule"] ?? {});
    expect(JSON.stringify(rule)).toContain('"shop.dev.example.com"');
    expect(resource(json, "aws_ssm_parameter.entrance_contract")["name"]).toBe(
      `/plinth/dev-routed/${cell}/balancer`,
    );
    expect(Object.keys(json.resource?.["aws_route53_record"] ?? {})).toEqual(["certificate_shop"]);
  }
});

interface Behaviour {
  readonly path_pattern?: string;
  readonly function_association?: readonly { readonly function_arn: string }[];
}

test("the router runs at the paths that cells answer, and there alone", () => {
  const { default_cache_behavior: rest, ordered_cache_behavior: ordered } = resource(
    ...([edge, DISTRIBUTION] as const),
  ) as unknown as {
    default_cache_behavior: Behaviour;
    ordered_cache_behavior: readonly Behaviour[];
  };
  const arn = "${aws_cloudfront_function.router_code.arn}";
  const at = [rest, ...ordered].filter(({ function_association: code = [] }) =>
    code.some(({ function_arn }) => function_arn === arn),
  );
  expect(at.map(({ path_pattern }) => path_pattern)).toEqual(["/api/*"]);
});

test("its table is the fleet's, and its code carries the environment's name", () => {
  const { table } = settle(ROUTED).fleet!;
  const { value } = resource(edge, "aws_cloudfrontkeyvaluestore_key.router_table_buckets_5");
  expect(String(value).split(" ")).toEqual(table.slice(0x500, 0x600));
  const { name } = resource(edge, "aws_cloudfront_function.router_code");
  expect(name).toBe("dev-routed-edge-router");
});

test("a pipeline changes what stores hold, and its plans read it", () => {
  const granted = (policy: "read" | "write", action: string) =>
    Object.entries(stackOf("bootstrap").resource?.["aws_iam_policy"] ?? {})
      .filter(([name]) => name.startsWith(`pipeline_${policy}`))
      .flatMap(([, { policy: text }]) => statements(text))
      .filter(({ Action }) => [Action].flat().includes(action))
      .map(({ Resource }) => Resource);
  const stores = "arn:aws:cloudfront::123456789012:key-value-store/*";
  expect(granted("read", "cloudfront-keyvaluestore:GetKey")).toEqual([stores]);
  expect(granted("write", "cloudfront-keyvaluestore:PutKey")).toEqual([stores]);
  expect(granted("read", "cloudfront-keyvaluestore:PutKey")).toEqual([]);
  expect(granted("write", "cloudfront:CreateKeyValueStore")).toEqual(["*"]);
});

test("the gate has nothing against it", async () => {
  const bytes = Buffer.from(JSON.stringify(edge));
  const { findings } = await judge([{ name: "cdk.tf.json", bytes }], {
    ...{ now: new Date(0), stage: "synth", undetermined: "warn" },
  });
  expect(findings).toEqual([]);
});

test("its code is read with the code that deliveries name", () => {
  const read = readEdgeCode(repositoryRoot, [settle(ROUTED)]);
  expect(read("functions/edge/router.js")).toContain("async function handler(event)");
});
