import type { Reach } from "./declaration";

/** A workload of content delivery after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface ContentDelivery extends EdgePlace {
  readonly kind: "contentDelivery";
  /** The name of an object store of the service; undefined: `origin` answers everything. */
  readonly store: string | undefined;
  /** The container service that answers `paths`, or everything where there is no store. */
  readonly origin: Origin | undefined;
  readonly cache: Cache;
  readonly headers: Headers;
  readonly cors: DeliveryCors | undefined;
}

/** What everything at the edge has, whatever answers behind it. */
export interface EdgePlace {
  /** Where it answers, and by which certificate; undefined: at the cloud's own address. */
  readonly address: Address | undefined;
  readonly firewall: Firewall;
  /** In the order in which they run. */
  readonly edge: readonly EdgeFunction[];
  /** Behind the caches, in the order in which they run. */
  readonly behindCache: readonly OriginFunction[];
  readonly reach: Reach;
  readonly logRetentionDays: number;
}

export interface Origin {
  /** The name of a container service of the environment. */
  readonly service: string;
  /** In the declaration's order; none: every path. */
  readonly paths: readonly string[];
  /** For which an answer is waited for. */
  readonly timeoutSeconds: number;
  /** Whether it is in many cells, among which the fleet's router chooses. */
  readonly isRouted: boolean;
}

export interface Address {
  /** Such as `images.example.com`. */
  readonly host: string;
  /** ARN of the certificate, in us-east-1; undefined: one is made. */
  readonly certificate: string | undefined;
  /** Whether it lies in the environment's zone, where a record leads to the distribution. */
  readonly inZone: boolean;
}

export interface Cache {
  readonly maxAgeSeconds: number;
  readonly staleWhileRevalidateSeconds: number;
  readonly staleIfErrorSeconds: number;
  readonly errorSeconds: number;
  /** Sorted. */
  readonly query: readonly string[];
  /** In the declaration's order, which decides where two match. */
  readonly never: readonly string[];
}

export interface Headers {
  readonly contentSecurityPolicy: string;
  readonly hstsSeconds: number;
  readonly framing: "deny" | "sameOrigin";
  readonly resourcePolicy: string;
}

export interface DeliveryCors {
  readonly origins: readonly string[];
  readonly maxAgeSeconds: number;
}

export interface Firewall {
  /** Of one address in five minutes. */
  readonly rate: number;
  /** Whether what a rule finds is refused, or only counted. */
  readonly mode: "block" | "count";
}

/** When in a request's way code runs; CloudFront's own words for it have dashes. */
export type EdgeEvent = ViewerEvent | OriginEvent;

export type ViewerEvent = "viewerRequest" | "viewerResponse";

export type OriginEvent = "originRequest" | "originResponse";

export interface EdgeFunction {
  readonly event: ViewerEvent;
  /** A file, from the repository's root. */
  readonly code: string;
  /** At which it runs; none: at every path. */
  readonly paths: readonly string[];
}

export interface OriginFunction {
  readonly event: OriginEvent;
  /** A module, from the repository's root. */
  readonly code: string;
  /** At which it runs; none: at every path that no container service answers. */
  readonly paths: readonly string[];
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  /** Whether it sees the request's body. */
  readonly includeBody: boolean;
  /** Whether it stays in the account when it is no longer declared. */
  readonly skipDestroy: boolean;
}
