import type { EnvironmentDeclaration } from "../../environment";
import { addressOf, settleHeaders, settlePlace } from "../delivery/defaults";
import { settleEdge } from "../delivery/edge_defaults";
import type { ApiCacheDeclaration, ApiEdgeDeclaration } from "./declaration";
import type { ApiCache, ApiEdge } from "./settled";

/** Whose token it was, and which site asked, whatever the API makes of them: an answer to one is none to another. */
export const ALWAYS_APART = ["authorization", "origin"] as const;

/** An answer is data: opened by itself it shows nothing, and no other site's page has a use for it but by CORS. */
const DATA_ALONE = {
  contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
  resourcePolicy: "same-origin",
} as const;

/** The defaults of what is before an API at the edge, settled once. */
export function settleApiEdge(
  declared: ApiEdgeDeclaration,
  service: string,
  environment: EnvironmentDeclaration,
): ApiEdge {
  const { host = service, cache = {}, headers = {} } = declared;
  return {
    address: addressOf(host, environment),
    cache: settleCache(cache),
    headers: settleHeaders({ ...DATA_ALONE, ...headers }),
    ...settleEdge(declared),
    ...settlePlace(declared, environment),
  };
}

const settleCache = ({ vary = [], query }: ApiCacheDeclaration): ApiCache => ({
  headers: [...ALWAYS_APART, ...vary.map((header) => header.toLowerCase())].sort(),
  query: query && [...query].sort(),
});
