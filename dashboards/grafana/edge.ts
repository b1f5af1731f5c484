import { edgeTitle, edgeUid } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import {
  answersCallers,
  isAtEdge,
  isBalanced,
  isGraphql,
  isRequestDriven,
  type Service,
} from "../../model/service";
import type { Environment } from "../../model/settle";
import { behindCacheOf, edgeCodeOf } from "../edge_code";
import { ofSignal } from "../promql";
import { annotations } from "./annotations";
import { renderRows } from "./board";
import { toServiceBoard } from "./links";
import { cdnPanels } from "./panels/edge/cdn_panels";
import { behindCachePanels, edgeCodePanels } from "./panels/edge/code_panels";
import { cellFirewallPanels, firewallPanels } from "./panels/edge/firewall_panels";
import {
  apiTierPanels,
  balancerTierPanels,
  graphqlTierPanels,
} from "./panels/edge/request_tier_panels";
import type { Tier } from "./panels/edge/tier";
import type { Row } from "./row";
import { alertsOf, boardResources, JOB } from "./selectors";
import { edgeVariables } from "./variables";

/** The board of where an environment meets its users, tier by tier; none where nobody comes from outside. */
export function renderEdge(environment: Environment): RenderedFile[] {
  const { name, services } = environment;
  const rows = rowsOf(services);
  if (rows.length === 0) return [];
  const doors = services.filter((one) => isAtEdge(one) || answersCallers(one) || isBalanced(one));
  const frame = {
    uid: edgeUid(name),
    title: edgeTitle(name),
    description: `Where ${name} meets its users: caches, firewalls, APIs and load balancers of all services, tier by tier. Generated from the declarations.`,
    environment: name,
    variables: edgeVariables(name, doors),
    links: doors.map((service) => toServiceBoard(environment, service.name)),
    annotations: annotations(alertsOf(doors), name),
  };
  return [renderRows(frame, rows)];
}

/** From the outside in: each tier lets through what the next one gets. */
function rowsOf(services: readonly Service[]): Row[] {
  const deliveries = services.filter(isAtEdge);
  const apis = services.filter(isRequestDriven);
  const graphs = services.filter(isGraphql);
  const balanced = services.filter(isBalanced);
  // Its services share it; what comes through the edge has passed the firewall there.
  const open = balanced.filter(({ workload }) => !workload.behindEdge).slice(0, 1);
  return [
    ...(deliveries.length === 0
      ? []
      : [
          { title: "Firewalls", panels: firewallPanels(tier(100, deliveries)) },
          { title: "Caches", panels: cdnPanels(tier(200, deliveries)) },
        ]),
    ...codeRows(services),
    ...(apis.length === 0 ? [] : [{ title: "APIs", panels: apiTierPanels(tier(300, apis)) }]),
    ...(graphs.length === 0
      ? []
      : [{ title: "GraphQL APIs", panels: graphqlTierPanels(tier(350, graphs)) }]),
    ...(open.length === 0
      ? []
      : [{ title: "Firewall of the load balancer", panels: cellFirewallPanels(tier(500, open)) }]),
    ...(balanced.length === 0
      ? []
      : [{ title: "Containers", panels: balancerTierPanels(tier(400, balanced)) }]),
  ];
}

/** What runs at the edge; none where nothing does. */
function codeRows(services: readonly Service[]): Row[] {
  const names = services.flatMap(edgeCodeOf).map(({ name }) => name);
  const behind = services.filter((service) => behindCacheOf(service).length > 0);
  const panels = [
    ...(names.length === 0 ? [] : edgeCodePanels(namedTier(600, names))),
    ...(behind.length === 0 ? [] : behindCachePanels(tier(600, behind))),
  ];
  return panels.length === 0 ? [] : [{ title: "Code at the edge", panels }];
}

/** Each once: a router is behind several services. */
const namedTier = (id: number, names: readonly string[]): Tier => ({
  id,
  of: (signal, matchers) =>
    ofSignal(signal, {
      ...JOB,
      [signal.label]: `=~${[...new Set(names)].join("|")}`,
      ...matchers,
    }),
  apart: true,
});

const tier = (id: number, services: readonly Service[]): Tier => ({
  id,
  of: (signal, matchers) => boardResources(signal, services, matchers),
  apart: true,
});
