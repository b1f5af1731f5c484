import { settleBackup, type Backup } from "./backup/backup";
import { cellNamesOf, fleetOf, settleFleet, type Fleet } from "./cells/fleet";
import { fleetNameProblems, tableProblems } from "./cells/rules";
import type { BucketTable } from "./cells/table";
import { settleCost, type Cost } from "./cost/cost";
import { accountCostProblems } from "./cost/rules";
import type { ServiceDeclaration } from "./declaration";
import { settleDns, type Dns } from "./dns/dns";
import { zoneProblems } from "./dns/rules";
import { settleLogRetentionDays, settleStore } from "./defaults";
import type { Contracts } from "./contracts/contracts";
import { contractFileProblems } from "./contracts/rules";
import type { EnvironmentDeclaration } from "./environment";
import { settleOutbox } from "./events/outbox";
import { settleEventBus, settlePublishes, type EventBus } from "./events/settled";
import type { Enforcement } from "./gate/enforcement";
import type { Exemption, FreezeException } from "./gate/exemptions";
import { settleObjective } from "./indicators";
import { settleLoadBalancer, type LoadBalancer } from "./load_balancing/load_balancer";
import { settleMaintenance } from "./maintenance";
import { providerProblems } from "./pipeline";
import { settleNetwork, type Network } from "./network/network";
import { poolProblems } from "./network/rules";
import { regionOf, settleRegions, type Regions } from "./regions/regions";
import { settleRollout } from "./rollout/defaults";
import { FIRST_CELL } from "./names";
import { DeclarationError, shapeProblems, type Problem } from "./problems";
import { environmentProblems, serviceProblems } from "./rules";
import type { Service, SourceLines } from "./service";
import { settleModels } from "./foundation_models/models";
import { settleSecrets } from "./secrets/secrets";
import { environmentShape, serviceShape } from "./shapes";
import { settleSignIn, type SignIn } from "./sign_in/sign_in";
import { settleWorkload } from "./workloads/settle";

/** An environment after {@link settle}: checked, every default settled. */
export interface Environment {
  readonly name: string;
  readonly declaration: EnvironmentDeclaration;
  readonly logRetentionDays: number;
  readonly deletionProtection: boolean;
  readonly undetermined: "warn" | "deny";
  readonly enforcement: Enforcement;
  readonly exemptions: readonly Exemption[];
  readonly freezeExceptions: readonly FreezeException[];
  /** The names of the cells, as declared; without a fleet there is one, and what a second region holds is one more. */
  readonly cells: readonly string[];
  /** Undefined where none is declared. */
  readonly fleet: Fleet | undefined;
  /** Undefined where all is in the environment's region. */
  readonly regions: Regions | undefined;
  /** Each once, as the first cell has it; `servicesIn` (model/cells/services.ts) has those of every cell. */
  readonly services: readonly Service[];
  /** That of the first cell (`networkOfCell` has the others'); undefined where none is declared. */
  readonly network: Network | undefined;
  /** What the load balancer of a cell is like, where a service of the cell needs one. */
  readonly loadBalancer: LoadBalancer;
  /** What the event bus of a cell is like, where a service of the cell needs one. */
  readonly eventBus: EventBus;
  /** Undefined where none is declared. */
  readonly dns: Dns | undefined;
  /** Undefined where none is declared. */
  readonly signIn: SignIn | undefined;
  /** Undefined where none is declared. */
  readonly cost: Cost | undefined;
  /** Undefined where nothing is copied. */
  readonly backup: Backup | undefined;
}

/**
 * Checks an environment and its services and settles every default.
 *
 * @param sources - lines of each service's declaration, by the service's name
 * @param contracts - what the files hold that are named as contracts and that more follows from
 * @param tables - which cell of an environment's fleet has which bucket, where that was written down
 * @throws DeclarationError with all problems together
 */
export function settle(
  environment: EnvironmentDeclaration,
  sources: Readonly<Record<string, SourceLines>> = {},
  contracts: Contracts = {},
  tables: BucketTables = {},
): Environment {
  const problems = problemsIn(environment, contracts, tables);
  if (problems.length > 0) throw new DeclarationError(problems);
  const services = environment.services.map((service) =>
    settleService(service, environment, { source: sources[service.name] ?? {}, contracts }),
  );
  return {
    name: environment.name,
    declaration: environment,
    logRetentionDays: settleLogRetentionDays(environment),
    deletionProtection: environment.stage === "production",
    undetermined: environment.undetermined ?? "warn",
    enforcement: environment.enforcement ?? {},
    exemptions: environment.exemptions ?? [],
    freezeExceptions: environment.freezeExceptions ?? [],
    cells: cellNamesOf(environment),
    fleet: settledFleet(environment, tables),
    regions: settleRegions(environment, services),
    services,
    ...settleShared(environment),
    loadBalancer: settleLoadBalancer(environment),
    eventBus: settleEventBus(environment),
    cost:
      environment.cost === undefined ? undefined : settleCost(environment.cost, environment.stage),
    backup: settleBackup(environment),
  };
}

/** Whose the buckets of environments with a fleet are, by the environment's name. */
export type BucketTables = Readonly<Record<string, BucketTable>>;

function settledFleet(environment: EnvironmentDeclaration, tables: BucketTables) {
  const declared = fleetOf(environment);
  return declared && settleFleet(declared, tables[environment.name]);
}

/** What services share, which is built on AWS alone. */
function settleShared(
  environment: EnvironmentDeclaration,
): Pick<Environment, "network" | "dns" | "signIn"> {
  if (environment.cloud !== "aws") return { network: undefined, dns: undefined, signIn: undefined };
  return {
    network: settleNetwork(environment),
    dns: settleDns(environment),
    signIn: settleSignIn(environment),
  };
}

/**
 * Settles every environment.
 *
 * @throws DeclarationError with the problems of all of them together
 */
export function settleAll(
  environments: readonly EnvironmentDeclaration[],
  sources: Readonly<Record<string, SourceLines>> = {},
  contracts: Contracts = {},
  tables: BucketTables = {},
): Environment[] {
  const lines = environments.flatMap((environment) => problemsIn(environment, contracts, tables));
  const twice = environments.filter(
    (one, index) => environments.findIndex((other) => other.name === one.name) !== index,
  );
  const problems = [
    ...unique(lines),
    ...twice.map(({ name }) => ({
      path: "environments",
      message: `expected each name once, got "${name}" twice`,
    })),
    ...(lines.length > 0 ? [] : providerProblems(environments)),
    ...(lines.length > 0 ? [] : poolProblems(environments)),
    ...(lines.length > 0 ? [] : fleetNameProblems(environments)),
    ...(lines.length > 0 ? [] : zoneProblems(environments)),
    ...(lines.length > 0 ? [] : accountCostProblems(environments)),
  ];
  if (problems.length > 0) throw new DeclarationError(problems);
  return environments.map((environment) => settle(environment, sources, contracts, tables));
}

/** A service that several environments list is wrong once. */
function unique(problems: readonly Problem[]): Problem[] {
  const byText = new Map(
    problems.map((problem) => [`${problem.path}: ${problem.message}`, problem]),
  );
  return [...byText.values()];
}

/** Whether its buckets are where they should be is asked once nothing else is wrong. */
function problemsIn(
  environment: EnvironmentDeclaration,
  contracts: Contracts,
  tables: BucketTables,
): Problem[] {
  const problems = problemsOf(environment, contracts);
  return problems.length > 0 ? problems : tableProblems(environment, tables[environment.name]);
}

/** Everything that is wrong with an environment and its services. */
export function problemsOf(
  environment: EnvironmentDeclaration,
  contracts: Contracts = {},
): Problem[] {
  const shapes = problemsOfShape(environment);
  if (shapes.length > 0) return shapes;
  return [
    ...environmentProblems(environment),
    ...environment.services.flatMap((service) => serviceProblems(service, environment)),
    ...environment.services.flatMap((service) =>
      contractFileProblems(service, environment, contracts),
    ),
  ];
}

/** What has not the shape that its types ask for: nothing else can be said of it. */
export const problemsOfShape = (environment: EnvironmentDeclaration): Problem[] => [
  ...shapeProblems(nameOf(environment, "environment"), environmentShape, environment),
  ...servicesOf(environment).flatMap((service, index) =>
    shapeProblems(nameOf(service, `services[${index}]`), serviceShape, service),
  ),
];

/** Data may come from a file that no compiler has read. */
function servicesOf(environment: EnvironmentDeclaration): readonly unknown[] {
  const services: unknown = (environment as { services?: unknown } | undefined)?.services;
  return Array.isArray(services) ? services : [];
}

function nameOf(value: unknown, otherwise: string): string {
  const name: unknown = (value as { name?: unknown } | null | undefined)?.name;
  return typeof name === "string" && /^[a-z][a-z0-9-]*$/.test(name) ? name : otherwise;
}

/** What was read beside a service's declaration. */
interface Read {
  readonly source: SourceLines;
  readonly contracts: Contracts;
}

function settleService(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
  { source, contracts }: Read,
): Service {
  return {
    name: service.name,
    description: service.description,
    owner: service.owner,
    costCenter: service.costCenter,
    cloud: environment.cloud,
    account: environment.cloud === "aws" ? environment.account : environment.project,
    environment: environment.name,
    cell: FIRST_CELL,
    region: regionOf(environment, service.name),
    workload: settleWorkload(service, environment, contracts),
    rollout: environment.cloud === "aws" ? settleRollout(service) : undefined,
    stores: Object.keys(service.stores)
      .sort()
      .flatMap((name) => {
        const store = service.stores[name];
        return store === undefined ? [] : [settleStore(name, store, environment, service.workload)];
      }),
    secrets: settleSecrets(service, environment),
    models: settleModels(service),
    invokes: [...(service.invokes ?? [])].sort(),
    publishes: settlePublishes(service),
    outbox: settleOutbox(service, environment),
    dependsOn: service.dependsOn,
    traffic: service.traffic,
    objectives: service.objectives.map((one) => settleObjective(one, environment.cloud)),
    maintenance: [
      ...settleMaintenance(environment.maintenance, environment.name),
      ...settleMaintenance(service.maintenance, service.name),
    ],
    contracts: service.contracts ?? [],
    extend: (service.extend ?? [])
      .map((resource, index) => ({ ...resource, path: `extend[${index}]` }))
      .filter((resource) => resource.cloud === environment.cloud),
    source,
  };
}
