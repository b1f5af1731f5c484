import type { Duration } from "../../declaration";
import type { FirewallDeclaration, HeadersDeclaration, Reach } from "../delivery/declaration";
import type {
  ApiOriginRequestDeclaration,
  EdgeCodeDeclaration,
} from "../delivery/edge_declaration";

/**
 * An API behind caches and a firewall near its callers: CloudFront on AWS. The API itself answers at a path that CloudFront alone knows; whoever
 * asks it directly gets 404.
 */
export interface ApiEdgeDeclaration extends EdgeCodeDeclaration {
  /**
   * The first part of the address, below the environment's `edge.domain`.
   *
   * @default - the service's name
   */
  readonly host?: string;

  /** @default - every default of {@link ApiCacheDeclaration} */
  readonly cache?: ApiCacheDeclaration;

  /**
   * What browsers are told beside each answer.
   *
   * @default - every default of {@link HeadersDeclaration}, but that an answer shows nothing, in no frame, and on pages of its own origin alone
   */
  readonly headers?: HeadersDeclaration;

  /** @default - every default of {@link FirewallDeclaration} */
  readonly firewall?: FirewallDeclaration;

  /**
   * Runs where no cache has the answer, before the API is asked: it changes the request, or answers it.
   *
   * @default - nothing does
   */
  readonly originRequest?: ApiOriginRequestDeclaration;

  /**
   * Where caches are: the cheapest of the cloud's regions (North America and Europe), most of them, or all.
   *
   * @default - "all" in production, "cheapest" in development
   */
  readonly reach?: Reach;

  /**
   * How long the logs of requests at the edge and of the firewall are kept.
   *
   * @default - the environment's `logRetention`
   */
  readonly logRetention?: Duration;
}

/**
 * By what answers to GET and HEAD are told apart. For how long one is kept its own `Cache-Control` says; without one nothing is. `Authorization` and
 * `Origin` always tell apart.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111
 */
export interface ApiCacheDeclaration {
  /**
   * Headers of the request by which answers differ, such as `accept-language`: those that the API names in `Vary`, which CloudFront does not read.
   *
   * @default []
   */
  readonly vary?: readonly string[];

  /**
   * Parameters of the query by which answers differ. The API gets all of them, whether they are named here or not.
   *
   * @default - all of them
   */
  readonly query?: readonly string[];
}
