import {
  ConstantVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { series } from "../../model/names";
import {
  isBalanced,
  isBatch,
  isContainerService,
  isGraphql,
  isInference,
  isRequestDriven,
  isVirtualMachines,
  keyValueStores,
  runsCode,
  type Service,
} from "../../model/service";
import { awsSignals, logSignals } from "../../model/signals";
import { ofRecord, type Matchers, type Selector } from "../promql";
import { DATA_SOURCE } from "./panel";
import { anywhere, resourcesAnywhere, storesAnywhere } from "./selectors";

/** What a reader picks at the top of a board. */
export type Variable = DatasourceVariableBuilder | ConstantVariableBuilder | QueryVariableBuilder;

export const serviceVariables = (service: Service): Variable[] => [
  ...variables(service.environment, { sloth_service: service.name }, [service]),
  ...(service.cloud === "aws" ? [regionOf(service)] : []),
];

/** Records have none: what they count is of a cell, and a cell lies in one region. What lies in a second one is a cell of its own. */
const regionOf = (service: Service): QueryVariableBuilder => regionIn(located(service));

/** What there is of a service whenever the exporter works. */
function located(service: Service): Selector {
  if (runsCode(service)) return anywhere(awsSignals.functionInvocations, service);
  if (isBatch(service)) return anywhere(logSignals.jobsSucceeded, service);
  if (isInference(service)) return anywhere(awsSignals.endpointCpu, service);
  if (isVirtualMachines(service)) return anywhere(awsSignals.machinesInService, service);
  return isContainerService(service)
    ? anywhere(awsSignals.tasksRunning, service)
    : storesAnywhere(awsSignals.bucketRequests, [service]);
}

const regionIn = (of: Selector): QueryVariableBuilder => labelValues(of, "region", "Region", ".+");

/** Of a board of what these services keep. */
export const dataVariables = (environment: string, services: readonly Service[]): Variable[] => [
  ...variables(environment, of(services), services),
  ...(services.some(({ cloud }) => cloud === "aws") ? [regionIn(storesOf(services))] : []),
];

/** Those of tables, or where there is none of buckets: they lie in one region. */
function storesOf(services: readonly Service[]): Selector {
  const isTable = services.some((service) => keyValueStores(service).length > 0);
  return storesAnywhere(isTable ? awsSignals.tableRequests : awsSignals.bucketRequests, services);
}

/** Of a board of where these services meet their users; of what is before APIs there is one of each in the world. */
export function edgeVariables(environment: string, services: readonly Service[]): Variable[] {
  return [...variables(environment, of(services), services), ...regionOfDoors(services)];
}

function regionOfDoors(services: readonly Service[]): Variable[] {
  const apis = services.filter(isRequestDriven);
  if (apis.length > 0) return [regionIn(resourcesAnywhere(awsSignals.apiRequests, apis))];
  const graphs = services.filter(isGraphql);
  if (graphs.length > 0) return [regionIn(resourcesAnywhere(awsSignals.graphqlRequests, graphs))];
  const balanced = services.filter(isBalanced);
  return balanced.length > 0
    ? [regionIn(resourcesAnywhere(awsSignals.targetRequests, balanced))]
    : [];
}

const of = (services: readonly Service[]): Matchers => ({
  sloth_service: `=~${services.map(({ name }) => name).join("|")}`,
});

export const fleetVariables = (environment: string, services: readonly Service[]): Variable[] => [
  ...variables(environment, {}, services),
  labelValues(objectives({}), "sloth_service", "Service", "[a-z0-9-]+", "service"),
];

/** A cell of a second region has its name behind its own. */
const CELL = "[a-z0-9]+";
const CELL_IN_REGION = `${CELL}(-[a-z]{2}(-[a-z]+)+-[0-9])?`;

const variables = (environment: string, of: Matchers, services: readonly Service[]): Variable[] => [
  new DatasourceVariableBuilder("datasource").label("Data source").type("prometheus"),
  new ConstantVariableBuilder("environment").label("Environment").value(environment),
  labelValues(objectives(of), "job", "Job", ".+"),
  // Not `.+`: physical names hold the cell, and `dev-.+-orders` would match another environment's `dev-gcp-c01-orders`.
  labelValues(
    objectives(of),
    ...(["cell", "Cell"] as const),
    services.some(({ region }) => region !== undefined) ? CELL_IN_REGION : CELL,
  ),
];

const objectives = (of: Matchers): Selector =>
  ofRecord(series.objective, { ...of, environment: "$environment" });

function labelValues(of: Selector, label: string, title: string, all: string, name = label) {
  return new QueryVariableBuilder(name)
    .label(title)
    .datasource(DATA_SOURCE)
    .query({ query: `label_values(${of}, ${label})`, refId: name })
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue(all)
    .current({ selected: true, text: ["All"], value: ["$__all"] });
}
