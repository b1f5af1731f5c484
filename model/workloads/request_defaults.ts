import type { ServiceDeclaration } from "../declaration";
import { seconds } from "../duration";
import { settleFunction } from "../defaults";
import type { EnvironmentDeclaration } from "../environment";
import { settleTokens } from "../sign_in/tokens";
import { settleApiEdge } from "./api_edge/defaults";
import type {
  AuthDeclaration,
  CorsDeclaration,
  ProvisionedDeclaration,
  RequestDrivenDeclaration,
  RouteDeclaration,
} from "./request_declaration";
import type {
  Cors,
  DescribedRoute,
  Jwt,
  Provisioned,
  RequestDriven,
  RequestFunction,
  Throttle,
} from "./request_settled";

/**
 * What an account takes in a region unless its quota was raised.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
const ACCOUNT = { ratePerSecond: 10_000, burst: 5_000 } as const;

const LEAST_RATE = 10;

/** Instances of a function that declares none. */
export const DEFAULT_CONCURRENCY = 100;

/** The defaults of a request-driven workload, settled once. */
export function settleRequestDriven(
  workload: RequestDrivenDeclaration,
  { name, traffic }: Pick<ServiceDeclaration, "name" | "traffic">,
  environment: EnvironmentDeclaration,
): RequestDriven {
  const { auth, cors, edge, code, kind } = workload;
  return {
    ...{ kind, code },
    routes: workload.routes.map((route) => settleRoute(route, scopesOf(auth))),
    jwt: settleJwt(auth),
    signIn: settleTokens(auth, environment),
    throttle: settleThrottle(workload, traffic),
    cors: cors && settleCors(cors, workload.routes),
    edge: edge && settleApiEdge(edge, name, environment),
    function: settleRequestFunction(workload, environment),
  };
}

/** Those that a route asks for which says nothing. */
function scopesOf(auth: AuthDeclaration | undefined): readonly string[] {
  if (auth === undefined) return [];
  return ("signIn" in auth ? auth.signIn.scopes : auth.jwt.scopes) ?? [];
}

export function settleJwt(auth: AuthDeclaration | undefined): Jwt | undefined {
  if (auth === undefined || "signIn" in auth) return undefined;
  return { issuer: auth.jwt.issuer, audience: auth.jwt.audience };
}

function settleRoute(route: RouteDeclaration, scopes: readonly string[]): DescribedRoute {
  const auth = route.auth ?? "jwt";
  return {
    method: route.method,
    path: route.path,
    auth,
    scopes: auth === "none" ? [] : (route.scopes ?? scopes),
    query: Object.entries(route.query?.properties ?? {}).map(([name, schema]) => ({
      ...{ name, schema },
      required: route.query?.required?.includes(name) ?? false,
    })),
    request: route.request,
    responses: Object.entries(route.responses ?? {}).map(([status, schema]) => ({
      status,
      schema: schema ?? undefined,
    })),
  };
}

/** Twice the busiest minute's mean: its seconds are not alike, and traffic grows before anybody declares it. */
export function settleThrottle(
  { throttle = {} }: Pick<RequestDrivenDeclaration, "throttle">,
  { peakPerSecond }: ServiceDeclaration["traffic"],
): Throttle {
  const derived = Math.max(LEAST_RATE, Math.ceil(2 * peakPerSecond));
  const ratePerSecond = throttle.rate ?? Math.min(ACCOUNT.ratePerSecond, derived);
  return { ratePerSecond, burst: throttle.burst ?? Math.min(ACCOUNT.burst, ratePerSecond) };
}

function settleCors(declared: CorsDeclaration, routes: readonly RouteDeclaration[]): Cors {
  const methods = declared.methods ?? routes.map(({ method }) => method);
  const headers = declared.headers ?? ["authorization", "content-type"];
  return {
    origins: declared.origins,
    methods: [...new Set(methods)].sort(),
    headers: [...new Set(headers.map((header) => header.toLowerCase()))].sort(),
    maxAgeSeconds: seconds(declared.maxAge ?? "1h"),
  };
}

export function settleRequestFunction(
  workload: Pick<RequestDrivenDeclaration, "function">,
  environment: EnvironmentDeclaration,
): RequestFunction {
  const declared = workload.function ?? {};
  return {
    ...settleFunction(declared, environment),
    timeoutSeconds: seconds(declared.timeout ?? "10s"),
    reservedConcurrency: declared.concurrency ?? DEFAULT_CONCURRENCY,
    provisioned: declared.provisioned && settleProvisioned(declared.provisioned, environment),
  };
}

/** Nobody waits in development. */
const settleProvisioned = (
  { min, max, utilization }: ProvisionedDeclaration,
  { stage }: EnvironmentDeclaration,
): Provisioned | undefined =>
  stage === "production" ? { min, max, utilizationPercent: utilization ?? 70 } : undefined;
