import { CloudfrontCachePolicy } from "@cdktf/provider-aws/lib/cloudfront-cache-policy";
import {
  CloudfrontResponseHeadersPolicy,
  type CloudfrontResponseHeadersPolicyConfig,
} from "@cdktf/provider-aws/lib/cloudfront-response-headers-policy";
import { Construct } from "constructs";
import type { Cache, DeliveryCors, Headers } from "../../../model/workloads/delivery/settled";

export interface CachePoliciesProps {
  /** What the policies are called; unique in an account. */
  readonly name: string;
  /** For how long what is kept, and what never is. */
  readonly cache: Cache;
  /** What browsers are told to do with an object, and by whom it may be framed. */
  readonly headers: Headers;
  /** Which other sites' pages may read objects; undefined: none. */
  readonly cors: DeliveryCors | undefined;
}

/** The most that RFC 9111 asks a cache to believe. */
export const YEAR_SECONDS = 31_536_000;

/** AWS's own policy that keeps nothing, the same in every account. */
export const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

/** What S3 says of itself: the key's ARN, which holds the account's number, and how the bucket is kept. */
const OF_THE_STORE = [
  "x-amz-replication-status",
  "x-amz-server-side-encryption",
  "x-amz-server-side-encryption-aws-kms-key-id",
  "x-amz-server-side-encryption-bucket-key-enabled",
  "x-amz-storage-class",
  "x-amz-version-id",
];

/** What caches keep and for how long, and what browsers are told beside an object. */
export class CachePolicies extends Construct {
  readonly caching: CloudfrontCachePolicy;
  /** What browsers are told to do with an object, and by whom it may be framed. */
  readonly headers: CloudfrontResponseHeadersPolicy;
  /** Of paths that no cache may keep; undefined where there are none. */
  readonly uncachedHeaders: CloudfrontResponseHeadersPolicy | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CachePoliciesProps,
  ) {
    super(scope, id);
    const { name, cache } = props;
    this.caching = this.makeCaching();
    this.headers = this.makeHeaders("headers", name, {
      // An object's own wins: whoever uploads knows best.
      ...{ value: cacheControl(cache), override: false },
    });
    if (cache.never.length > 0)
      this.uncachedHeaders = this.makeHeaders("uncached-headers", `${name}-uncached`, {
        ...{ value: "no-store", override: true },
      });
  }

  /** The key is the path and the declared parameters: neither header nor cookie nor another parameter gets past a copy. */
  private makeCaching(): CloudfrontCachePolicy {
    const { name, cache } = this.props;
    return new CloudfrontCachePolicy(this, "caching", {
      name,
      comment: "Obeys the Cache-Control of each object; keeps gzip and brotli apart.",
      minTtl: 0,
      defaultTtl: cache.maxAgeSeconds,
      maxTtl: YEAR_SECONDS,
      parametersInCacheKeyAndForwardedToOrigin: {
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: { headerBehavior: "none" },
        queryStringsConfig: queryOf(cache.query),
      },
    });
  }

  private makeHeaders(id: string, name: string, control: { value: string; override: boolean }) {
    const { headers, cors } = this.props;
    return new CloudfrontResponseHeadersPolicy(this, id, {
      name,
      comment: "Tells browsers what they may do with an object, and nothing of the store.",
      securityHeadersConfig: securityOf(headers),
      customHeadersConfig: customHeadersOf(headers, control),
      removeHeadersConfig: { items: OF_THE_STORE.map((header) => ({ header })) },
      ...(cors === undefined ? {} : { corsConfig: corsOf(cors) }),
    });
  }
}

/** @param control - what is said of keeping where nothing is said, or in place of what is */
export const customHeadersOf = (
  { resourcePolicy: value }: Headers,
  control: { readonly value: string; readonly override: boolean },
) => ({
  items: [
    { header: "Cache-Control", ...control },
    { header: "Cross-Origin-Resource-Policy", override: true, value },
  ],
});

/** @see https://www.rfc-editor.org/rfc/rfc9111 and https://www.rfc-editor.org/rfc/rfc5861 */
export const cacheControl = (cache: Cache): string =>
  [
    "public",
    `max-age=${cache.maxAgeSeconds}`,
    `stale-while-revalidate=${cache.staleWhileRevalidateSeconds}`,
    `stale-if-error=${cache.staleIfErrorSeconds}`,
  ].join(", ");

const queryOf = (items: readonly string[]) =>
  items.length === 0
    ? { queryStringBehavior: "none" }
    : { queryStringBehavior: "whitelist", queryStrings: { items: [...items] } };

export const securityOf = (headers: Headers) => ({
  contentSecurityPolicy: {
    contentSecurityPolicy: headers.contentSecurityPolicy,
    override: true,
  },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: FRAMING[headers.framing], override: true },
  referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: true },
  strictTransportSecurity: {
    accessControlMaxAgeSec: headers.hstsSeconds,
    includeSubdomains: true,
    override: true,
  },
});

const FRAMING = { deny: "DENY", sameOrigin: "SAMEORIGIN" } as const;

/** A plain GET needs no preflight; S3 would refuse one. */
const corsOf = ({
  origins,
  maxAgeSeconds,
}: DeliveryCors): NonNullable<CloudfrontResponseHeadersPolicyConfig["corsConfig"]> => ({
  accessControlAllowCredentials: false,
  accessControlAllowHeaders: { items: ["*"] },
  accessControlAllowMethods: { items: ["GET", "HEAD"] },
  accessControlAllowOrigins: { items: [...origins] },
  accessControlMaxAgeSec: maxAgeSeconds,
  originOverride: true,
});
