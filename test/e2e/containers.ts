import { NetworkLoadBalancer } from "../../constructs/aws/load_balancing/network_load_balancer";
import { TargetGroup } from "../../constructs/aws/load_balancing/target_group";
import { BalancerLogs } from "../../constructs/aws/load_balancing/balancer_logs";
import { NetworkOfEnvironment } from "../../constructs/aws/network/contract";
import type { PlatformStack } from "../../constructs/stacks/platform_stack";
import { tagAll } from "../../constructs/tags";
import type { TerraformJson } from "../../constructs/terraform_json";
import { renderStoreRunbooks } from "../../dashboards/runbooks/stores";
import type { EnvironmentDeclaration } from "../../model/environment";
import { awsBalancerNames, awsNetworkNames } from "../../model/names";
import { settle } from "../../model/settle";
import { GITHUB } from "../constructs/support/pipeline";
import { SEARCH } from "../constructs/support/machines";
import { CONTAINED, LOCATION, synthesizeAll, synthesizeOne } from "../constructs/support/synth";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";

/** The stacks of an environment whose services run in containers, and one that hands connections on. */
export const IMAGES = "dev-box-bootstrap";
export const NETWORK = "dev-box-network";
export const CELL = "dev-box-c01";
export const PACKETS = "packets";

const [basket, rates] = CONTAINED.services;

/** Machines at the price of the hour with a disk of their own, which is not copied: no emulator has Data Lifecycle Manager. */
const SEARCH_MACHINES = {
  ...SEARCH,
  workload: {
    ...{ ...SEARCH.workload, image: "ami-12c6146b", host: "shop", paths: ["/search/*"] },
    volumes: { index: { size: 10, device: "/dev/sdf" } },
    snapshots: "none",
    scaling: { requestsPerTarget: 600, cpu: 50 },
  },
  stores: { seen: { kind: "keyValue", partitionKey: "url" } },
} as const;

/** One service has a host, a database and a cache; it is asked by the other, which nobody asks from outside. */
const DECLARED = {
  ...CONTAINED,
  // The emulators make no subnets with addresses of IPv6.
  network: { ...CONTAINED.network, ipv6: false, endpoints: [] },
  dns: { zone: "dev.example.com" },
  pipeline: GITHUB,
  services: [
    {
      ...basket,
      stores: {
        ...basket.stores,
        orders: { kind: "relational", engine: "postgresql", readers: 1 },
        sessions: { kind: "cache", engine: "valkey", zones: ["a", "b"] },
      },
    },
    rates,
    SEARCH_MACHINES,
  ],
} as const satisfies EnvironmentDeclaration;

/** What is to be done about its database and its cache. */
export const storeRunbooks = (): string[] =>
  renderStoreRunbooks(settle(DECLARED)).map(({ text }) => text);

/** By their ids. */
export const containedStacks = (): Readonly<Record<string, TerraformJson>> => ({
  ...Object.fromEntries(
    synthesizeAll([DECLARED])
      .filter(({ id }) => [IMAGES, NETWORK, CELL].includes(id))
      .map(({ id, json }) => [id, json]),
  ),
  [PACKETS]: synthesizeOne(makePackets),
});

export function declare(estate: Estate): void {
  for (const [id, json] of Object.entries(containedStacks())) writeStack(estate, id, json);
}

const TAGS = {
  ...{ service: "platform", owner: "platform", environment: DECLARED.name },
  "cost-center": "cc-1000",
};

/** Connections come in at one address a zone, and go on to a group that nothing is in yet. */
function makePackets(stack: PlatformStack): void {
  const names = awsBalancerNames(DECLARED.name, "net");
  const network = new NetworkOfEnvironment(stack, "network", {
    ...{ names: awsNetworkNames(DECLARED.name), plan: settle(DECLARED).network! },
  });
  const logs = new BalancerLogs(stack, "logs", {
    ...{ bucketName: names.logBucket(LOCATION.account), location: LOCATION },
    ...{ retentionDays: 30, preventDestroy: false },
  });
  const balancer = new NetworkLoadBalancer(stack, "packets", {
    names: { balancer: names.networkBalancer, securityGroup: names.networkBalancer },
    ...{ vpcId: network.vpcId, subnetIds: network.subnetIds("public"), faces: "internet", logs },
    deletionProtection: false,
  });
  const target = new TargetGroup(stack, "group", {
    ...{ name: "dev-box-net-tcp", vpcId: network.vpcId, port: 8080, protocol: "tcp" },
    healthCheck: {},
  });
  balancer.listen("in", { port: 443, protocol: "tcp", target });
  tagAll(stack, TAGS);
}

interface Shown {
  readonly values: { readonly root_module: { readonly resources: readonly ShownResource[] } };
}
interface ShownResource {
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What stands in the cell, by its address. */
async function shown(estate: Estate): Promise<ReadonlyMap<string, ShownResource["values"]>> {
  const { values } = JSON.parse(await estate.must(CELL, "show", "-json")) as Shown;
  return new Map(values.root_module.resources.map(({ address, values }) => [address, values]));
}

/** The host leads to the balancer, the balancer to the tasks, and they are told where the stores are. */
export async function expectContained(estate: Estate): Promise<void> {
  const cell = await shown(estate);
  const balancer = cell.get("aws_lb.entrance_balancer");
  expect(cell.get("aws_route53_record.basket_targets_address_a")).toMatchObject({
    name: "shop.dev.example.com",
    alias: [{ name: balancer?.["dns_name"], zone_id: balancer?.["zone_id"] }],
  });
  const group = cell.get("aws_lb_target_group.basket_targets_group");
  const service = cell.get("aws_ecs_service.basket_tasks");
  expect(service).toMatchObject({
    availability_zone_rebalancing: "ENABLED",
    load_balancer: [{ target_group_arn: group?.["arn"], container_port: 8080 }],
  });
  const definition = String(
    cell.get("aws_ecs_task_definition.basket_tasks_definition")?.["container_definitions"],
  );
  expect(cell.get("aws_autoscaling_group.search_machines")).toMatchObject({
    target_group_arns: [cell.get("aws_lb_target_group.search_targets_group")?.["arn"]],
    launch_template: [{ id: cell.get("aws_launch_template.search_template")?.["id"] }],
  });
  const database = cell.get("aws_rds_cluster.basket_orders");
  expect(definition).toContain(JSON.stringify(database?.["endpoint"]));
}
