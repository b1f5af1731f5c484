import { isFirstCell } from "../../model/cells/name";
import { servicesIn } from "../../model/cells/services";
import { awsNetworkNames, stackId } from "../../model/names";
import type { AwsEnvironment } from "../../model/environment";
import { isInSecondRegion } from "../../model/regions/name";
import { isAtEdge } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { App } from "../tf";
import { AwsBootstrapStack } from "./aws_bootstrap_stack";
import { AwsCellNetworkStack, type AwsCellNetworkStackProps } from "./aws_cell_network_stack";
import { AwsCellStack, type AwsCellStackProps } from "./aws_cell_stack";
import { AwsEdgeStack } from "./aws_edge_stack";
import { AwsNetworkStack } from "./aws_network_stack";
import { AwsObservabilityStack } from "./aws_observability_stack";
import type { PlatformStack } from "./platform_stack";
import type { StacksProps } from "./stacks_props";

/** The stacks of an AWS environment that hold anything: bootstrap first, then the network, what watches, the cells in order, and the edge. */
export function awsStacks(app: App, props: StacksProps): PlatformStack[] {
  const { environment } = props;
  const declaration = environment.declaration as AwsEnvironment;
  const bootstrap = new AwsBootstrapStack(app, stackId(environment.name, "bootstrap"), {
    environment,
    declaration,
  });
  const others = [
    ...network(app, props, declaration),
    ...observability(app, props, declaration),
    ...cells(app, props, declaration),
    ...edge(app, props, declaration),
  ];
  bootstrap.admitPipeline(others);
  return [bootstrap, ...others];
}

function network(
  app: App,
  { environment }: StacksProps,
  declaration: AwsEnvironment,
): PlatformStack[] {
  const { name, network, dns, signIn } = environment;
  const makesZone = dns !== undefined && dns.id === undefined;
  if (network === undefined && !makesZone && signIn === undefined) return [];
  return [new AwsNetworkStack(app, stackId(name, "network"), { environment, declaration })];
}

function observability(
  app: App,
  { environment, watch }: StacksProps,
  declaration: AwsEnvironment,
): PlatformStack[] {
  if (watch.aws === undefined && environment.cost === undefined) return [];
  const id = stackId(environment.name, "observability");
  return [new AwsObservabilityStack(app, id, { environment, declaration, rules: watch.aws })];
}

/** Each in its own state, and its network before it. */
const cells = (app: App, props: StacksProps, declaration: AwsEnvironment): PlatformStack[] =>
  (props.cells ?? props.environment.cells).flatMap((cell) => [
    ...cellNetwork(app, { environment: props.environment, declaration, cell }),
    makeCell(app, { ...props, declaration: placed(declaration, props.environment, cell), cell }),
  ]);

/** As what is in the second region knows the environment. */
const placed = (
  declaration: AwsEnvironment,
  { regions }: Environment,
  cell: string,
): AwsEnvironment =>
  cell === regions?.cell ? { ...declaration, region: regions.second } : declaration;

/** The first cell's is the environment's, and a second region has none. */
function cellNetwork(app: App, props: AwsCellNetworkStackProps): PlatformStack[] {
  const { environment, cell } = props;
  if (isFirstCell(cell) || isInSecondRegion(cell) || environment.network === undefined) return [];
  return [new AwsCellNetworkStack(app, awsNetworkNames(environment.name, cell).network, props)];
}

const makeCell = (
  app: App,
  props: Omit<StacksProps, "watch"> & Pick<AwsCellStackProps, "declaration" | "cell">,
): PlatformStack =>
  new AwsCellStack(app, stackId(props.environment.name, props.cell), {
    ...props,
    services: servicesIn(props.environment, props.cell),
  });

/** After the cells: a distribution asks for no bucket that is not ours yet. */
function edge(
  app: App,
  { environment, edgeCode, edgeBundle }: StacksProps,
  declaration: AwsEnvironment,
): PlatformStack[] {
  const services = environment.services.filter(isAtEdge);
  if (services.length === 0) return [];
  const { dns, name } = environment;
  return [
    new AwsEdgeStack(app, stackId(name, "edge"), {
      ...{ environment, declaration, dns, services, edgeCode, edgeBundle },
    }),
  ];
}
