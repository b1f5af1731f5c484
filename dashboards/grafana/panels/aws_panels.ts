import {
  isBalanced,
  isBatch,
  isContainerService,
  isContentDelivery,
  isFronted,
  isGraphql,
  isInference,
  isRequestDriven,
  isVirtualMachines,
  isWorkflow,
  type Batch,
  type Inference,
  type Objective,
  type Service,
} from "../../../model/service";
import type { Slo } from "../../slo/slo";
import type { Link } from "../links";
import type { Row } from "../row";
import { boardResources } from "../selectors";
import { apiPanels } from "./api_panels";
import { balancedPanels } from "./balanced_panels";
import { containerPanels } from "./container_panels";
import { cdnPanels } from "./edge/cdn_panels";
import { firewallPanels } from "./edge/firewall_panels";
import type { Tier } from "./edge/tier";
import { graphqlPanels } from "./graphql_panels";
import { inferencePanels, instancePanels } from "./inference_panels";
import { functionPanels } from "./function_panels";
import { jobPanels } from "./job_panels";
import { machinePanels } from "./machine_panels";
import { outboxRows } from "./outbox_panels";
import { deadLetterPanels, queuePanels } from "./queue_panels";
import { stateRow } from "./stores/store_panels";
import { workflowPanels } from "./workflow_panels";

/** The rows below the SLOs of a service on AWS. */
export const awsRows = (service: Service, slos: readonly Slo[], traces: readonly Link[]): Row[] => [
  ...(functionlessRows(service, slos) ?? functionRows(service, slos, traces)),
  ...outboxRows(service),
];

function functionRows(service: Service, slos: readonly Slo[], traces: readonly Link[]): Row[] {
  const compute = { title: "Function", panels: functionPanels(service, slos, traces) };
  const state = stateRow(service, traces);
  if (isRequestDriven(service)) {
    const at = (place: string) => slos.filter(({ objective }) => placeOf(objective) === place);
    return [
      ...(isFronted(service) ? edgeRows(service, at("edge")) : []),
      { title: "API", panels: apiPanels(service, at("api"), traces) },
      ...[compute, state],
    ];
  }
  if (isGraphql(service)) {
    return [
      { title: "GraphQL API", panels: graphqlPanels(service, slos, traces) },
      compute,
      ...(service.stores.length === 0 ? [] : [state]),
    ];
  }
  if (isWorkflow(service)) {
    return [
      { title: "Workflow", panels: workflowPanels(service, slos, traces) },
      { title: "Queue", panels: queuePanels(service, slos) },
      compute,
      ...(service.stores.length === 0 ? [] : [state]),
      // The success objective counts executions, and not what is set aside alone.
      { title: "Dead letters", panels: deadLetterPanels(service, []) },
    ];
  }
  return [
    { title: "Queue", panels: queuePanels(service, slos) },
    compute,
    state,
    { title: "Dead letters", panels: deadLetterPanels(service, slos) },
  ];
}

/** Of what runs no function; undefined of anything else. */
function functionlessRows(service: Service, slos: readonly Slo[]): Row[] | undefined {
  if (isContentDelivery(service)) return deliveryRows(service, slos);
  if (isInference(service)) return inferenceRows(service, slos);
  if (isContainerService(service))
    return balancedRows(service, slos, { title: "Containers", panels: containerPanels(service) });
  if (isVirtualMachines(service))
    return balancedRows(service, slos, { title: "Machines", panels: machinePanels(service) });
  return isBatch(service) ? jobRows(service) : undefined;
}

const jobRows = (service: Service<Batch>): Row[] => [
  { title: "Jobs", panels: jobPanels(service) },
  ...(service.stores.length === 0 ? [] : [stateRow(service, [])]),
];

const inferenceRows = (service: Service<Inference>, slos: readonly Slo[]): Row[] => [
  { title: "Model", panels: inferencePanels(service, slos) },
  { title: "Instances", panels: instancePanels(service) },
  stateRow(service, []),
];

/** @param compute - what answers the requests */
const balancedRows = (service: Service, slos: readonly Slo[], compute: Row): Row[] => [
  ...(isBalanced(service) ? [{ title: "Requests", panels: balancedPanels(service, slos) }] : []),
  compute,
  ...(service.stores.length === 0 ? [] : [stateRow(service, [])]),
];

const deliveryRows = (service: Service, slos: readonly Slo[]): Row[] => [
  ...edgeRows(service, slos),
  stateRow(service, []),
];

/** Where an objective of an API is looked at. */
const placeOf = (objective: Objective): "api" | "edge" =>
  objective.sli === "availability" ? objective.at : "api";

/** From the outside in, as its requests come. */
function edgeRows(service: Service, slos: readonly Slo[]): Row[] {
  const tier = (id: number): Tier => ({
    id,
    of: (signal, matchers) => boardResources(signal, [service], matchers),
    apart: false,
  });
  return [
    { title: "Firewall", panels: firewallPanels(tier(420)) },
    { title: "Caches", panels: cdnPanels(tier(430), slos) },
  ];
}
