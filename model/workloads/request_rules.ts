import type { ServiceDeclaration } from "../declaration";
import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { routeId } from "../names";
import { show } from "../problems";
import { tokensProblems } from "../sign_in/rules";
import { apiEdgeProblems } from "./api_edge/rules";
import { contractProblems } from "./contract_rules";
import { DEFAULT_CONCURRENCY, settleThrottle } from "./request_defaults";
import { originsProblem } from "./origins";
import type { RequestDrivenDeclaration, RouteDeclaration } from "./request_declaration";

/** What the fields of a request-driven workload mean to one another and to the cloud; paths start at the service. */
export function requestDrivenProblems(
  workload: RequestDrivenDeclaration,
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (environment.cloud === "google") return problemIf("workload.kind", unbuilt(environment.name));
  return [
    ...workload.routes.flatMap((_, index) => routeProblems(workload, index)),
    ...problemIf("workload.auth", unusedAuthProblem(workload)),
    ...tokensProblems(workload, environment),
    ...problemIf("workload.throttle.rate", rateProblem(workload, service)),
    ...problemIf("workload.cors.origins", originsProblem(workload.cors)),
    ...apiEdgeProblems(workload.edge, environment),
    ...warmProblems(workload),
  ];
}

const unbuilt = (environment: string): string =>
  `expected "eventDriven" on Google Cloud (${environment}), where request-driven services are not built yet (docs/clouds.md); list the service in environments on AWS only, got "requestDriven"`;

function routeProblems(workload: RequestDrivenDeclaration, index: number): FieldProblem[] {
  const at = `workload.routes[${index}]`;
  const route = workload.routes[index] as RouteDeclaration;
  return [
    ...problemIf(at, twiceProblem(workload.routes, index)),
    ...problemIf(`${at}.path`, parameterProblem(route.path)),
    ...problemIf(`${at}.auth`, nobodyAskedProblem(route, workload)),
    ...problemIf(`${at}.scopes`, openScopesProblem(route)),
    ...contractProblems(workload.routes, index),
  ];
}

/** Routes that differ only in the name of a parameter take the same requests. */
const shapeOf = ({ method, path }: RouteDeclaration): string =>
  `${method} ${path.replace(/\{\w+(\+?)\}/g, "{$1}")}`;

function twiceProblem(routes: readonly RouteDeclaration[], index: number): string | undefined {
  const got = show(named(routes[index]));
  const like = firstAlike(routes, index, shapeOf);
  if (like !== index)
    return `expected each route once, got ${got}, which takes the same requests as routes[${like}]`;
  const called = firstAlike(routes, index, ({ method, path }) => routeId(method, path));
  if (called === index) return undefined;
  return `expected routes that differ in a letter or digit, of which their resources are named, got ${got} beside ${show(named(routes[called]))}`;
}

function firstAlike(
  routes: readonly RouteDeclaration[],
  index: number,
  trait: (route: RouteDeclaration) => string,
): number {
  const traits = routes.map(trait);
  return traits.indexOf(traits[index] as string);
}

const named = (route: RouteDeclaration | undefined): string => `${route?.method} ${route?.path}`;

function parameterProblem(path: string): string | undefined {
  const names = [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice && `expected each parameter once, got {${twice}} twice in ${show(path)}`;
}

function nobodyAskedProblem(
  { auth }: RouteDeclaration,
  workload: RequestDrivenDeclaration,
): string | undefined {
  if (auth === "none" || workload.auth !== undefined) return undefined;
  return `expected "none", for everybody, or \`workload.auth\`, which says whose tokens are taken, got ${show(auth)} and no \`workload.auth\``;
}

function openScopesProblem({ auth, scopes }: RouteDeclaration): string | undefined {
  if (auth !== "none" || scopes === undefined) return undefined;
  return `expected nothing on a route for everybody (auth "none"), which asks for no token, got ${show(scopes)}`;
}

function unusedAuthProblem({ auth, routes }: RequestDrivenDeclaration): string | undefined {
  if (auth === undefined || routes.some((route) => route.auth !== "none")) return undefined;
  return `expected a route that asks for a token, got auth "none" on every route; remove \`auth\` there or here`;
}

function rateProblem(
  workload: RequestDrivenDeclaration,
  { traffic }: ServiceDeclaration,
): string | undefined {
  const { ratePerSecond } = settleThrottle(workload, traffic);
  if (ratePerSecond >= traffic.peakPerSecond) return undefined;
  return `expected at least the declared peak of ${traffic.peakPerSecond} requests a second, or users are refused in the busiest minute, got ${ratePerSecond}`;
}

type Warmed = Pick<RequestDrivenDeclaration, "function">;

/** Whether the warm instances of a function can be kept. */
export const warmProblems = (workload: Warmed): FieldProblem[] => [
  ...problemIf("workload.function.provisioned.min", leastWarmProblem(workload)),
  ...problemIf("workload.function.provisioned.max", mostWarmProblem(workload)),
];

function leastWarmProblem({ function: declared }: Warmed): string | undefined {
  const { min, max } = declared?.provisioned ?? { min: 0, max: 1 };
  if (min < max) return undefined;
  return `expected fewer than the max of ${max}, or there is nothing to scale, got ${min}`;
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html */
function mostWarmProblem({ function: declared }: Warmed): string | undefined {
  const most = declared?.provisioned?.max ?? 0;
  const concurrency = declared?.concurrency ?? DEFAULT_CONCURRENCY;
  if (most <= concurrency) return undefined;
  return `expected at most the function's concurrency of ${concurrency}, which warm instances are part of, got ${most}`;
}
