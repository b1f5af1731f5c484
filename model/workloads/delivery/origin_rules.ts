import type { EnvironmentDeclaration } from "../../environment";
import { seconds } from "../../duration";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { show } from "../../problems";
import type { ContentDeliveryDeclaration } from "./declaration";
import type { OriginDeclaration } from "./origin_declaration";
import { hostsBehindEdge, originHost, originWorkload } from "./origins";

/** What a container service behind a delivery means to the delivery's other fields and to the environment. */
export function originProblems(
  workload: ContentDeliveryDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const { origin } = workload;
  if (origin === undefined) return [];
  return [
    ...problemIf("workload.origin.service", serviceProblem(origin, environment)),
    ...problemIf("workload.origin.paths", pathsProblem(workload, origin)),
    ...problemIf("workload.host", hostProblem(workload, origin, environment)),
    ...problemIf("workload.cache.errors", errorsProblem(workload, origin)),
    ...storelessProblems(workload, origin),
    ...codeProblems(workload, origin),
  ];
}

function serviceProblem(
  origin: OriginDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const found = originWorkload(origin, environment);
  if (found === undefined || found.host === undefined)
    return `expected a container service of ${environment.name} with a \`host\` (${candidates(environment)}), got ${show(origin.service)}`;
  if (found.protocol === "grpc")
    return `expected a service that browsers can ask, got ${show(origin.service)}, which speaks gRPC alone`;
  return publicProblem(origin.service, environment);
}

const candidates = ({ services }: EnvironmentDeclaration): string =>
  services
    .filter(({ workload }) => workload.kind === "containerService" && workload.host !== undefined)
    .map(({ name }) => name)
    .join(", ") || "there is none";

/** The load balancer of a cell is all its services'. */
function publicProblem(service: string, environment: EnvironmentDeclaration): string | undefined {
  const behind = hostsBehindEdge(environment);
  const outside = environment.services.find(
    ({ workload }) =>
      (workload.kind === "containerService" || workload.kind === "virtualMachines") &&
      workload.host &&
      !behind.has(workload.host),
  );
  if (outside === undefined) return undefined;
  return `expected that every host of the cell comes through the edge, since its one load balancer is reached by CloudFront or from the internet, got ${show(service)} beside ${show(outside.name)}, to which no delivery leads; give that one too`;
}

function pathsProblem(
  { store }: ContentDeliveryDeclaration,
  { service, paths }: OriginDeclaration,
): string | undefined {
  if (store === undefined)
    return paths === undefined
      ? undefined
      : `expected nothing without a store, since ${service} answers every path then, got ${show(paths)}; leave it out`;
  if (paths === undefined)
    return `expected which paths ${service} answers, such as ["/api/*"], since the store ${show(store)} answers the others, got nothing`;
  const all = paths.find((path) => /^\/\*+$/.test(path));
  if (all !== undefined)
    return `expected a part of the paths, since ${show(all)} is every path and leaves the store ${show(store)} none, got ${show(paths)}; leave out the store`;
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  return twice === undefined ? undefined : `expected each once, got ${show(twice)} twice`;
}

function hostProblem(
  { host }: ContentDeliveryDeclaration,
  origin: OriginDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const address = originHost(origin, environment);
  if (host === undefined || address === undefined) return undefined;
  return `expected nothing, since the address is that of ${origin.service} (${address}), got ${show(host)}; leave it out`;
}

/** CloudFront remembers errors of a distribution alike, by the path: one user's for another. */
function errorsProblem(
  { cache }: ContentDeliveryDeclaration,
  { service }: OriginDeclaration,
): string | undefined {
  const errors = cache?.errors;
  if (errors === undefined || seconds(errors) === 0) return undefined;
  return `expected "0s" with an origin, since one user would get an error that ${service} meant for another, got ${show(errors)}; leave it out`;
}

/** What is said of objects alone. */
function storelessProblems(
  { store, cache, headers, cors }: ContentDeliveryDeclaration,
  { service }: OriginDeclaration,
): FieldProblem[] {
  if (store !== undefined) return [];
  return Object.entries({ cache, headers, cors }).flatMap(([field, value]) =>
    problemIf(
      `workload.${field}`,
      value === undefined
        ? undefined
        : `expected nothing without a store, since nothing of ${service} is kept and it says its headers itself, got ${show(value)}; leave it out`,
    ),
  );
}

/** VPC origins take no functions of Lambda@Edge. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html */
const codeProblems = (
  { store, edge = {} }: ContentDeliveryDeclaration,
  { service }: OriginDeclaration,
): FieldProblem[] =>
  (["originRequest", "originResponse"] as const).flatMap((event) =>
    problemIf(
      `workload.edge.${event}`,
      store !== undefined || edge[event] === undefined
        ? undefined
        : `expected none without a store, since CloudFront runs no code between itself and the private load balancer of ${service}, got ${show(edge[event].code)}; do it in ${service}, or in \`viewerRequest\` and \`viewerResponse\``,
    ),
  );
