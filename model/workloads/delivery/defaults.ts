import { fleetOf } from "../../cells/fleet";
import type { Duration } from "../../declaration";
import { settleLogRetentionDays } from "../../defaults";
import { liesIn } from "../../dns/dns";
import { days, seconds } from "../../duration";
import type { EnvironmentDeclaration } from "../../environment";
import type {
  CacheDeclaration,
  ContentDeliveryDeclaration,
  DeliveryCorsDeclaration,
  FirewallDeclaration,
  HeadersDeclaration,
} from "./declaration";
import { settleEdge } from "./edge_defaults";
import type {
  Address,
  Cache,
  ContentDelivery,
  DeliveryCors,
  Firewall,
  Headers,
  Origin,
} from "./settled";
import type { OriginDeclaration } from "./origin_declaration";
import { originHost } from "./origins";

/** The defaults of a workload of content delivery, settled once. */
export function settleContentDelivery(
  workload: ContentDeliveryDeclaration,
  service: string,
  environment: EnvironmentDeclaration,
): ContentDelivery {
  const { kind, store, origin, cache = {}, headers = {}, cors } = workload;
  return {
    ...{ kind, store },
    origin: origin && settleOrigin(origin, fleetOf(environment)?.router !== undefined),
    address: origin
      ? originAddress(origin, environment)
      : addressOf(workload.host ?? service, environment),
    cache: settleCache(cache, origin === undefined ? "10s" : "0s"),
    headers: settleHeaders(headers),
    cors: cors && settleCors(cors),
    ...settleEdge(workload.edge),
    ...settlePlace(workload, environment),
  };
}

/** What is stopped, where it is served from and how long it is remembered. */
export function settlePlace(
  {
    firewall = {},
    reach,
    logRetention,
  }: Pick<ContentDeliveryDeclaration, "firewall" | "reach" | "logRetention">,
  environment: EnvironmentDeclaration,
) {
  const production = environment.stage === "production";
  return {
    firewall: settleFirewall(firewall, production),
    reach: reach ?? (production ? "all" : "cheapest"),
    logRetentionDays: logRetention ? days(logRetention) : settleLogRetentionDays(environment),
  } as const;
}

export function addressOf(host: string, environment: EnvironmentDeclaration): Address | undefined {
  if (environment.cloud !== "aws" || environment.edge === undefined) return undefined;
  const { dns, edge } = environment;
  const { domain, certificate } = edge;
  const inZone = dns !== undefined && liesIn(domain, dns.zone);
  return { host: `${host}.${domain}`, certificate, inZone };
}

/** That of the origin's host, which is in the environment's zone; a certificate that is given is for names below `edge.domain` alone. */
function originAddress(origin: OriginDeclaration, environment: EnvironmentDeclaration) {
  const host = originHost(origin, environment);
  if (environment.cloud !== "aws" || host === undefined) return undefined;
  const { edge, dns } = environment;
  const certificate = edge?.domain === dns?.zone ? edge?.certificate : undefined;
  return { host, certificate, inZone: true };
}

const settleOrigin = (
  { service, paths = [], timeout }: OriginDeclaration,
  isRouted: boolean,
): Origin => ({
  ...{ service, paths, isRouted },
  timeoutSeconds: seconds(timeout ?? "30s"),
});

const settleCache = (declared: CacheDeclaration, errors: Duration): Cache => ({
  maxAgeSeconds: seconds(declared.maxAge ?? "1d"),
  staleWhileRevalidateSeconds: seconds(declared.staleWhileRevalidate ?? "1h"),
  staleIfErrorSeconds: seconds(declared.staleIfError ?? "1d"),
  errorSeconds: seconds(declared.errors ?? errors),
  query: [...new Set(declared.query)].sort(),
  never: declared.never ?? [],
});

/** What is opened by itself shows itself, and can neither run nor load nor send anything. */
const LOCKED = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export const settleHeaders = (declared: HeadersDeclaration): Headers => ({
  contentSecurityPolicy: declared.contentSecurityPolicy ?? LOCKED,
  hstsSeconds: seconds(declared.hsts ?? "730d"),
  framing: declared.framing ?? "deny",
  resourcePolicy: declared.resourcePolicy ?? "cross-origin",
});

const settleCors = ({ origins, maxAge }: DeliveryCorsDeclaration): DeliveryCors => ({
  origins,
  maxAgeSeconds: seconds(maxAge ?? "1h"),
});

export const settleFirewall = (
  { rate, mode }: FirewallDeclaration,
  production: boolean,
): Firewall => ({
  rate: rate ?? 2_000,
  mode: mode ?? (production ? "block" : "count"),
});
