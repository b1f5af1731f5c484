import type { Duration } from "../../declaration";
import type { EdgeCodeDeclaration } from "./edge_declaration";
import type { OriginDeclaration } from "./origin_declaration";

/** What an object store of the service holds, what a container service answers, or both, handed out to browsers from near them: CloudFront on AWS. */
export interface ContentDeliveryDeclaration {
  readonly kind: "contentDelivery";

  /**
   * The service's object store whose objects are handed out: `/a/b.webp` is the object `a/b.webp`.
   *
   * @default - none: `origin` answers everything
   */
  readonly store?: string;

  /**
   * The container service that answers, or answers some paths.
   *
   * @default - none: `store` answers everything
   */
  readonly origin?: OriginDeclaration;

  /**
   * The first part of the address, below the environment's `edge.domain`.
   *
   * @default - the service's name; with an `origin` its `host`, which is then the whole address
   */
  readonly host?: string;

  /** @default - every default of {@link CacheDeclaration} */
  readonly cache?: CacheDeclaration;

  /** @default - every default of {@link HeadersDeclaration} */
  readonly headers?: HeadersDeclaration;

  /**
   * Which other sites' pages may read what they load, not just show it (fonts, canvases, `fetch`).
   *
   * @default - none
   */
  readonly cors?: DeliveryCorsDeclaration;

  /** @default - every default of {@link FirewallDeclaration} */
  readonly firewall?: FirewallDeclaration;

  /**
   * Code of the service's own that runs near users.
   *
   * @default - none
   */
  readonly edge?: EdgeCodeDeclaration;

  /**
   * Where caches are: the cheapest of the cloud's regions (North America and Europe), most of them, or all.
   *
   * @default - "all" in production, "cheapest" in development
   */
  readonly reach?: Reach;

  /**
   * How long the logs of requests and of the firewall are kept.
   *
   * @default - the environment's `logRetention`
   */
  readonly logRetention?: Duration;
}

export type Reach = "cheapest" | "most" | "all";

/**
 * What is kept, and for how long. An object's own `Cache-Control`, which whoever uploads it sets, wins over `maxAge` and
 * the two `stale…`; `private`, `no-store` and `no-cache` there are obeyed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111
 */
export interface CacheDeclaration {
  /**
   * How long a copy is fresh, in caches and browsers alike.
   *
   * @default "1d"
   */
  readonly maxAge?: Duration;

  /**
   * How long after that a browser shows the copy at once and asks for a new one meanwhile (RFC 5861).
   *
   * @default "1h"
   */
  readonly staleWhileRevalidate?: Duration;

  /**
   * How long after that a browser may show the copy where nobody answers (RFC 5861).
   *
   * @default "1d"
   */
  readonly staleIfError?: Duration;

  /**
   * How long it is remembered that there is no such object, or that the store failed. With an `origin` nothing of it is: an answer may be meant
   * for one user alone.
   *
   * @default - "10s"; with an `origin` "0s", which is all that it may be
   */
  readonly errors?: Duration;

  /**
   * Parameters of the query by which objects differ. Every other one is ignored, so that nobody can ask past the cache.
   *
   * @default []
   */
  readonly query?: readonly string[];

  /**
   * Paths such as `/previews/*` that no cache may keep, neither here nor in a browser.
   *
   * @default []
   */
  readonly never?: readonly string[];
}

/** What browsers are told beside the object. What the store says of itself (its key, its versions) is taken out. */
export interface HeadersDeclaration {
  /**
   * What a page made of an object may load: a picture that is opened by itself runs no script.
   *
   * @default "default-src 'none'; style-src 'unsafe-inline'; sandbox"
   */
  readonly contentSecurityPolicy?: string;

  /**
   * How long browsers come by HTTPS alone (HSTS).
   *
   * @default "730d"
   */
  readonly hsts?: Duration;

  /**
   * Who may frame an object.
   *
   * @default "deny"
   */
  readonly framing?: "deny" | "sameOrigin";

  /**
   * Which sites' pages may show an object.
   *
   * @default "cross-origin" - everybody's, as the address is public
   */
  readonly resourcePolicy?: "cross-origin" | "same-site" | "same-origin";
}

export interface DeliveryCorsDeclaration {
  /** Such as `https://shop.example.com`; `["*"]` is every site. Cookies are never sent along. */
  readonly origins: readonly string[];

  /**
   * How long a browser remembers the answer.
   *
   * @default "1h"
   */
  readonly maxAge?: Duration;
}

/** What is stopped before any cache is asked: addresses known for abuse, known bad requests, and who asks too often. */
export interface FirewallDeclaration {
  /**
   * Requests of one address in five minutes; what is beyond is refused.
   *
   * @default 2000
   */
  readonly rate?: number;

  /**
   * `count` lets all through and says in its logs and metrics what it would have stopped.
   *
   * @default - "block" in production, "count" in development
   */
  readonly mode?: "block" | "count";
}
