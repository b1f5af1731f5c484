import { CellRouter } from "../../../constructs/aws/edge/cell_router";
import { Distribution } from "../../../constructs/aws/edge/distribution";
import { VpcOrigin } from "../../../constructs/aws/edge/vpc_origin";
import type { TerraformJson } from "../../../constructs/terraform_json";
import { settleRouter } from "../../../model/cells/router/router";
import { evenCells, rebalance } from "../../../model/cells/table";
import { ROUTER_SOURCE } from "../../functions/edge/router_engine";
import type { AwsEnvironment } from "../../../model/environment";
import { FRONTED, LOCATION, SITE, synthesizeOne } from "./synth";

const { account, region } = LOCATION;

/** What of a fleet of so many cells is at the edge: their load balancers are elsewhere. */
export const routedStack = (count: number): TerraformJson =>
  synthesizeOne((stack) => {
    const cells = evenCells(count).map(({ name }) => {
      const balancerArn = `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/${name}/0123456789abcdef`;
      const { id } = new VpcOrigin(stack, name, { name: `routed-${name}`, balancerArn });
      return [
        name,
        { vpcOriginId: id, dnsName: `internal-${name}.${region}.elb.amazonaws.com` },
      ] as const;
    });
    const router = new CellRouter(stack, "router", {
      ...{ name: "routed-router", description: "Leads to cells.", source: ROUTER_SOURCE },
      router: settleRouter({ key: { cookie: "tenant" } }),
      placement: {
        table: rebalance(undefined, evenCells(count)),
        pinned: { "tenant-1": `c0${count}` },
      },
    });
    new Distribution(stack, "cdn", {
      ...{ name: "routed", description: "Reaches cells.", reach: "all" },
      ...{ address: undefined, webAclArn: "" },
      service: {
        ...{ routerArn: router.arn, cells: Object.fromEntries(cells) },
        ...{ paths: [], timeoutSeconds: 30 },
      },
    });
  });

/** An environment of three cells, each with containers, whose users a router sends to their own. */
export const ROUTED = {
  ...FRONTED,
  name: "dev-routed",
  network: { ...FRONTED.network, pool: "10.32.0.0/12" },
  cells: {
    fleet: 3,
    pinned: { "tenant-42": "c03" },
    router: { key: { cookie: "tenant" }, home: "c01" },
  },
  services: [
    FRONTED.services[0],
    {
      ...SITE,
      workload: {
        ...SITE.workload,
        edge: {
          ...SITE.workload.edge,
          viewerRequest: { code: "functions/edge/pages.js", paths: ["/drafts/*"] },
        },
      },
    },
  ],
} as const satisfies AwsEnvironment;
