import type { ServiceDeclaration } from "../declaration";
import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { show, type Problem } from "../problems";
import { rootFieldId } from "../workloads/graphql/names";
import type { Contract, Contracts, GraphqlContract, RootField } from "./contracts";
import { grpcPaths, grpcServices, MOST_PATHS, pathOf, protosOf } from "./grpc";

/** What the files mean to a service from which resources follow: its schema of GraphQL, and what it offers by gRPC. */
export function contractFileProblems(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
  contracts: Contracts,
): Problem[] {
  if (environment.cloud === "google") return [];
  return [
    ...schemaProblems(service, contracts),
    ...protoProblems(service, environment, contracts),
  ].map(({ field, message }) => ({ path: `${service.name}.${field}`, message }));
}

function schemaProblems({ workload }: ServiceDeclaration, contracts: Contracts): FieldProblem[] {
  if (workload.kind !== "graphql") return [];
  const { schema } = workload;
  const contract = contracts[schema];
  return problemIf(
    "workload.schema",
    fileProblem(schema, contract) ??
      (contract?.kind === "graphql" ? alikeProblem(contract) : undefined),
  );
}

function fileProblem(file: string, contract: Contract | undefined): string | undefined {
  if (contract === undefined)
    return `expected a file of the repository, got ${show(file)}, which is none`;
  return contract.kind === "broken" ? `expected ${contract.problem}` : undefined;
}

/** Resources are named by root fields, in lower case. */
function alikeProblem({ fields }: GraphqlContract): string | undefined {
  const idOf = ({ type, field }: RootField): string => rootFieldId(type, field);
  const ids = fields.map(idOf);
  const other = fields.find((one, index) => ids.indexOf(idOf(one)) !== index);
  if (other === undefined) return undefined;
  const first = fields[ids.indexOf(idOf(other))] as RootField;
  return `expected root fields that differ in a letter or digit, of which their resources are named, got ${other.type}.${other.field} beside ${first.type}.${first.field}`;
}

function protoProblems(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
  contracts: Contracts,
): FieldProblem[] {
  const protos = protosOf(service);
  const broken = protos.flatMap(({ file, index }) =>
    problemIf(`contracts[${index}]`, fileProblem(file, contracts[file])),
  );
  if (protos.length === 0 || broken.length > 0) return broken;
  const offered = grpcServices(service, contracts);
  if (offered.length === 0) {
    const files = protos.map(({ file }) => file).join(", ");
    return problemIf(
      "contracts",
      `expected a \`service\` in a .proto file of a service that speaks gRPC, got none in ${files}`,
    );
  }
  return routeProblems(service, environment, contracts, offered);
}

function routeProblems(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
  contracts: Contracts,
  offered: readonly string[],
): FieldProblem[] {
  const { workload } = service;
  if (workload.kind !== "containerService" || workload.host === undefined) return [];
  const { paths } = workload;
  return [
    ...problemIf(
      "workload.paths",
      paths === undefined ? manyProblem(offered) : unreachedProblem(paths, offered),
    ),
    ...problemIf("contracts", sharedProblem(service, environment, contracts)),
  ];
}

function manyProblem(offered: readonly string[]): string | undefined {
  if (offered.length <= MOST_PATHS) return undefined;
  return `expected paths that take the ${offered.length} services of the contracts together, such as "/shop.v1.*", since a rule of a load balancer has ${MOST_PATHS} paths at most, got none`;
}

function unreachedProblem(
  paths: readonly string[],
  offered: readonly string[],
): string | undefined {
  const missed = offered.find((name) => !paths.some((path) => takes(path, `/${name}/Method`)));
  if (missed === undefined) return undefined;
  return `expected a path for each service of the contracts, got ${show(paths)}, of which none takes ${missed}; add ${show(pathOf(missed))}, or leave \`paths\` out: they follow from the contracts`;
}

/** As a load balancer matches it: `*` is any text, `?` any one character. */
function takes(path: string, asked: string): boolean {
  const pattern = path
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${pattern}$`).test(asked);
}

/** Two services of one host would answer the same calls, and one of them none. */
function sharedProblem(
  service: ServiceDeclaration,
  { services }: EnvironmentDeclaration,
  contracts: Contracts,
): string | undefined {
  const own = reachedOf(service, contracts);
  for (const other of services) {
    if (other.name === service.name || hostOf(other) !== hostOf(service)) continue;
    const both = own.find((path) => reachedOf(other, contracts).includes(path));
    if (both !== undefined)
      return `expected services of gRPC of its own at ${show(hostOf(service))}, got ${show(both)}, which ${other.name} has`;
  }
  return undefined;
}

const hostOf = ({ workload }: ServiceDeclaration): string | undefined =>
  workload.kind === "containerService" ? workload.host : undefined;

function reachedOf(service: ServiceDeclaration, contracts: Contracts): readonly string[] {
  const { workload } = service;
  const declared = workload.kind === "containerService" ? workload.paths : undefined;
  return declared ?? grpcPaths(service, contracts);
}
