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
import type { Address, Cache, ContentDelivery, DeliveryCors, Firewall, Headers } from "./settled";

/** The defaults of a workload of content delivery, settled once. */
export function settleContentDelivery(
  workload: ContentDeliveryDeclaration,
  service: string,
  environment: EnvironmentDeclaration,
): ContentDelivery {
  const { kind, store, cache = {}, headers = {}, cors, firewall = {}, logRetention } = workload;
  const production = environment.stage === "production";
  return {
    ...{ kind, store },
    address: addressOf(workload.host ?? service, environment),
    cache: settleCache(cache),
    headers: settleHeaders(headers),
    cors: cors && settleCors(cors),
    firewall: settleFirewall(firewall, production),
    reach: workload.reach ?? (production ? "all" : "cheapest"),
    logRetentionDays: logRetention ? days(logRetention) : settleLogRetentionDays(environment),
  };
}

export function addressOf(host: string, environment: EnvironmentDeclaration): Address | undefined {
  if (environment.cloud !== "aws" || environment.edge === undefined) return undefined;
  const { dns, edge } = environment;
  const { domain, certificate } = edge;
  const inZone = dns !== undefined && liesIn(domain, dns.zone);
  return { host: `${host}.${domain}`, certificate, inZone };
}

const settleCache = (declared: CacheDeclaration): Cache => ({
  maxAgeSeconds: seconds(declared.maxAge ?? "1d"),
  staleWhileRevalidateSeconds: seconds(declared.staleWhileRevalidate ?? "1h"),
  staleIfErrorSeconds: seconds(declared.staleIfError ?? "1d"),
  errorSeconds: seconds(declared.errors ?? "10s"),
  query: [...new Set(declared.query)].sort(),
  never: declared.never ?? [],
});

/** What is opened by itself shows itself, and can neither run nor load nor send anything. */
const LOCKED = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const settleHeaders = (declared: HeadersDeclaration): Headers => ({
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
