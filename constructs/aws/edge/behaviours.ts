import { EDGE_EVENTS } from "../../../model/workloads/delivery/events";
import type { Cache, OriginEvent, ViewerEvent } from "../../../model/workloads/delivery/settled";
import { CACHING_DISABLED, type CachePolicies } from "./cache_policies";

/** Objects that are kept. */
export interface StoreOrigin {
  /** The bucket's own address: `<bucket>.s3.<region>.amazonaws.com`. */
  readonly host: string;

  /** For how long what is kept, and what never is. */
  readonly cache: Cache;

  readonly policies: CachePolicies;
}

/** A load balancer without an address on the internet. */
export interface PrivateBalancer {
  /** CloudFront's id of it: a {@link VpcOrigin}'s. */
  readonly vpcOriginId: string;

  /** The load balancer's own name. The host that is asked for, and proved by its certificate, is the visitor's. */
  readonly dnsName: string;
}

/** What answers requests that no store does. */
export interface ServiceOrigin {
  /** Paths that it answers; none: every path. */
  readonly paths: readonly string[];

  /** For which an answer is waited for. */
  readonly timeoutSeconds: number;
}

/** One load balancer. */
export interface PrivateOrigin extends PrivateBalancer, ServiceOrigin {}

/** The load balancers of a fleet's cells, one of which a router chooses for each request. */
export interface RoutedBalancers {
  /** The router's ARN: a {@link CellRouter}'s. */
  readonly routerArn: string;

  /** By the cell's name, which is the origin's id. */
  readonly cells: Readonly<Record<string, PrivateBalancer>>;
}

/** The load balancers of many. */
export interface RoutedOrigin extends RoutedBalancers, ServiceOrigin {}

/** An API that keeps of its answers what it says itself. */
export interface ApiOrigin {
  /** The API's own address: `<id>.execute-api.<region>.amazonaws.com`. */
  readonly host: string;

  /** What is put before the path of each request, by which the API knows CloudFront: `/` and the name of its stage. */
  readonly path: string;

  /** For which an answer is waited for; longer than the API waits itself. */
  readonly timeoutSeconds: number;

  /** The id of the policy by which answers are told apart. */
  readonly cachePolicyId: string;

  /** The id of the policy by which browsers are told what they may do with an answer. */
  readonly headersPolicyId: string;
}

/** Code that runs before a cache, at some paths or at every one. */
export interface PlacedFunction {
  readonly event: ViewerEvent;
  readonly arn: string;
  readonly paths: readonly string[];
}

/** Code that runs behind it, at some paths or at every one that no load balancer answers: VPC origins take none. */
export interface PlacedOriginFunction {
  readonly event: OriginEvent;
  /** Of a published version. */
  readonly arn: string;
  readonly paths: readonly string[];
  /** Whether it sees the request's body. */
  readonly includeBody: boolean;
}

export interface BehavioursProps {
  /** Undefined: the private origin answers everything. */
  readonly store: StoreOrigin | undefined;
  /** Undefined: the store answers everything. */
  readonly service: ServiceOrigin | undefined;
  /** In place of both. */
  readonly api: ApiOrigin | undefined;
  readonly functions: readonly PlacedFunction[];
  readonly behindCache: readonly PlacedOriginFunction[];
}

export const STORE = "store";
export const SERVICE = "service";
export const API = "api";

/** AWS's own policies, the same in every account: all of a request but its body's encoding is passed on; pages are told to be careful. */
const ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";
const ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
const SECURITY_HEADERS = "67f7725c-6f97-4210-82d7-5512b31e9d03";

/** What is done with a request by its path: the first that matches counts, and the default is what is left. */
export function behavioursOf(props: BehavioursProps) {
  const { store, service, api, functions, behindCache } = props;
  const passOn = () => (api === undefined ? answer() : ask(api));
  const answered = service?.paths ?? [];
  const never = store?.cache.never ?? [];
  const placed = [...functions, ...behindCache].flatMap(({ paths }) => paths);
  const isPrivate = (path?: string) =>
    store === undefined ? service !== undefined : path !== undefined && answered.includes(path);
  const code = (path?: string) => ({
    ...associated(functions, path),
    ...(isPrivate(path) ? {} : associatedBehind(behindCache, path)),
  });
  return {
    defaultCacheBehavior: {
      ...(store === undefined ? passOn() : keep(store)),
      ...code(),
    },
    orderedCacheBehavior: [...new Set([...answered, ...never, ...placed])].map((pathPattern) => ({
      pathPattern,
      ...(store === undefined || answered.includes(pathPattern)
        ? passOn()
        : keep(store, never.includes(pathPattern))),
      ...code(pathPattern),
    })),
  };
}

const SECURE = { viewerProtocolPolicy: "redirect-to-https" } as const;
const READING = ["GET", "HEAD"];
const ALL_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

function keep({ policies }: StoreOrigin, never = false) {
  const { caching, headers, uncachedHeaders } = policies;
  return {
    ...{ targetOriginId: STORE, ...SECURE },
    ...{ allowedMethods: READING, cachedMethods: READING, compress: true },
    cachePolicyId: never ? CACHING_DISABLED : caching.id,
    responseHeadersPolicyId: (never && uncachedHeaders ? uncachedHeaders : headers).id,
  };
}

/** Nothing is kept: an answer may be meant for one user alone. */
const answer = () => ({
  ...{ targetOriginId: SERVICE, ...SECURE },
  ...{ allowedMethods: ALL_METHODS, cachedMethods: READING },
  cachePolicyId: CACHING_DISABLED,
  originRequestPolicyId: ALL_VIEWER,
  responseHeadersPolicyId: SECURITY_HEADERS,
});

/** What the API says may be kept is kept, of GET and HEAD alone; all else is passed on. Its host is its own: API Gateway knows it by that. */
const ask = ({ cachePolicyId, headersPolicyId }: ApiOrigin) => ({
  // No redirect: a token that was sent in clear has been read on the way.
  ...{ targetOriginId: API, viewerProtocolPolicy: "https-only" },
  ...{ allowedMethods: ALL_METHODS, cachedMethods: READING, compress: true },
  cachePolicyId,
  originRequestPolicyId: ALL_BUT_HOST,
  responseHeadersPolicyId: headersPolicyId,
});

const runsAt = <F extends { readonly paths: readonly string[] }>(
  functions: readonly F[],
  path: string | undefined,
): F[] =>
  functions.filter(
    ({ paths }) => paths.length === 0 || (path !== undefined && paths.includes(path)),
  );

function associated(functions: readonly PlacedFunction[], path: string | undefined) {
  const here = runsAt(functions, path);
  if (here.length === 0) return {};
  return {
    functionAssociation: here.map(({ event, arn }) => ({
      ...{ eventType: EDGE_EVENTS[event], functionArn: arn },
    })),
  };
}

function associatedBehind(functions: readonly PlacedOriginFunction[], path: string | undefined) {
  const here = runsAt(functions, path);
  if (here.length === 0) return {};
  return {
    lambdaFunctionAssociation: here.map(({ event, arn, includeBody }) => ({
      ...{ eventType: EDGE_EVENTS[event], lambdaArn: arn, includeBody },
    })),
  };
}
