import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebAcl } from "../../../../constructs/aws/firewall/web_acl";
import { Accelerator } from "../../../../constructs/aws/load_balancing/accelerator";
import { NetworkLoadBalancer } from "../../../../constructs/aws/load_balancing/network_load_balancer";
import type { PlatformStack } from "../../../../constructs/stacks/platform_stack";
import { tagAll } from "../../../../constructs/tags";
import { awsBalancerNames } from "../../../../model/names";
import { judge } from "../../../../policies/gate";
import { LOCATION, synthesizeOne } from "../../support/synth";
import { Workspace, type Tool } from "../../support/terraform";
import { balancerIn, groupIn, logsIn } from "./support";

const names = awsBalancerNames("test", "c01");
const root = mkdtempSync(join(tmpdir(), "plinth-balancing-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

const firewallIn = (stack: PlatformStack) =>
  new WebAcl(stack, "firewall", {
    ...{ names, description: "Guards the balancer.", scope: "regional", location: LOCATION },
    logKeyArn: "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-000000000000",
    ...{ logRetentionDays: 30, rate: 2000, mode: "block" },
  });

/** All that there is: requests of gRPC shared by weight, connections, and anycast addresses in front. */
const json = synthesizeOne((stack) => {
  const logs = logsIn(stack);
  const balancer = balancerIn(stack, { logs, webAclArn: firewallIn(stack).webAcl.arn });
  const grpc = { protocol: "grpc", healthCheck: { path: "/grpc.health.v1.Health/Check" } } as const;
  const group = (id: string) => groupIn(stack, { ...grpc, name: `test-c01-${id}` }, id);
  balancer.route("orders", {
    ...{ priority: 1, hosts: ["orders.example.com"], paths: ["/v1/*"], methods: ["POST"] },
    headers: { "X-Version": ["2"] },
    targets: [
      { group: group("blue"), weight: 90 },
      { group: group("green"), weight: 10 },
    ],
    stickySeconds: 60,
  });
  const packets = new NetworkLoadBalancer(stack, "packets", {
    names: { balancer: names.networkBalancer, securityGroup: names.networkBalancer },
    ...{ vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"], faces: "internet", logs },
    crossZone: true,
  });
  const tcp = { name: "test-c01-tcp", protocol: "tcp", healthCheck: {} } as const;
  packets.listen("in", { port: 443, protocol: "tcp", target: groupIn(stack, tcp, "tcp") });
  new Accelerator(stack, "anycast", {
    ...{ name: names.accelerator, ports: [80, 443], logs },
    endpoints: [{ region: LOCATION.region, balancerArn: balancer.arn }],
  });
  const shared = { service: "platform", owner: "platform", environment: "prod" };
  tagAll(stack, { ...shared, "cost-center": "1234" });
});

test.each<Tool>(["terraform", "tofu"])(
  "%s takes them as valid with the real provider, and the gate finds nothing in the plan",
  async (tool) => {
    const folder = join(root, tool, "stack");
    mkdirSync(folder, { recursive: true });
    const workspace = new Workspace(tool, folder, { json });
    workspace.init();
    expect(workspace.validate()).toMatchObject({ valid: true, diagnostics: [] });
    const file = (name: string, content: unknown) => ({
      ...{ name, bytes: Buffer.from(JSON.stringify(content)) },
    });
    const verdict = await judge([file("plan.json", workspace.plan())], {
      ...{ now: new Date(0), stage: "plan", undetermined: "deny" },
      synth: [file("cdk.tf.json", json)],
    });
    expect(verdict).toMatchObject({ verdict: "pass", complete: true, findings: [] });
    expect(verdict.counts.resources).toBe(28);
  },
  180_000,
);
