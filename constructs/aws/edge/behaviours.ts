import { EDGE_EVENTS } from "../../../model/workloads/delivery/events";
import type { Cache, EdgeEvent } from "../../../model/workloads/delivery/settled";
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

/** Code that runs at some paths, or at every one. */
export interface PlacedFunction {
  readonly event: EdgeEvent;
  readonly arn: string;
  readonly paths: readonly string[];
}

export interface BehavioursProps {
  /** Undefined: the private origin answers everything. */
  readonly store: StoreOrigin | undefined;
  /** Undefined: the store answers everything. */
  readonly service: ServiceOrigin | undefined;
  readonly functions: readonly PlacedFunction[];
}

export const STORE = "store";
export const SERVICE = "service";

/** AWS's own policies, the same in every account: all of a request but its body's encoding is passed on; pages are told to be careful. */
const ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";
const SECURITY_HEADERS = "67f7725c-6f97-4210-82d7-5512b31e9d03";

/** What is done with a request by its path: the first that matches counts, and the default is what is left. */
export function behavioursOf(props: BehavioursProps) {
  const { store, service, functions } = props;
  const answered = service?.paths ?? [];
  const never = store?.cache.never ?? [];
  const placed = functions.flatMap(({ paths }) => paths);
  return {
    defaultCacheBehavior: {
      ...(store === undefined ? answer() : keep(store)),
      ...code(functions),
    },
    orderedCacheBehavior: [...new Set([...answered, ...never, ...placed])].map((pathPattern) => ({
      pathPattern,
      ...(store === undefined || answered.includes(pathPattern)
        ? answer()
        : keep(store, never.includes(pathPattern))),
      ...code(functions, pathPattern),
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

function code(functions: readonly PlacedFunction[], path?: string) {
  const here = functions.filter(
    ({ paths }) => paths.length === 0 || (path !== undefined && paths.includes(path)),
  );
  if (here.length === 0) return {};
  return {
    functionAssociation: here.map(({ event, arn }) => ({
      ...{ eventType: EDGE_EVENTS[event], functionArn: arn },
    })),
  };
}
