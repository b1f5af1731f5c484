import { CloudfrontCachePolicy } from "@cdktf/provider-aws/lib/cloudfront-cache-policy";
import { CloudfrontResponseHeadersPolicy } from "@cdktf/provider-aws/lib/cloudfront-response-headers-policy";
import { Construct } from "constructs";
import type { ApiCache } from "../../../model/workloads/api_edge/settled";
import type { Headers } from "../../../model/workloads/delivery/settled";
import { customHeadersOf, securityOf, YEAR_SECONDS } from "./cache_policies";

export interface ApiPoliciesProps {
  /** What the policies are called; unique in an account. */
  readonly name: string;
  /** By what answers are told apart. */
  readonly cache: ApiCache;
  /** What browsers are told to do with an answer, and by whom it may be framed. */
  readonly headers: Headers;
}

/**
 * Which answers of an API are kept: those whose `Cache-Control` says so, for as long as it says. What is not said to be kept is not, by no cache.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111
 */
export class ApiPolicies extends Construct {
  readonly caching: CloudfrontCachePolicy;
  readonly headers: CloudfrontResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { name, cache, headers }: ApiPoliciesProps) {
    super(scope, id);
    this.caching = new CloudfrontCachePolicy(this, "caching", {
      name,
      comment: "Keeps what an answer's Cache-Control lets be kept, for each token apart.",
      ...{ minTtl: 0, defaultTtl: 0, maxTtl: YEAR_SECONDS },
      parametersInCacheKeyAndForwardedToOrigin: {
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: { headerBehavior: "whitelist", headers: { items: [...cache.headers] } },
        queryStringsConfig: queryOf(cache.query),
      },
    });
    this.headers = new CloudfrontResponseHeadersPolicy(this, "headers", {
      name,
      comment: "Tells browsers what they may do with an answer.",
      securityHeadersConfig: securityOf(headers),
      // A browser would guess how long it may keep what says nothing.
      customHeadersConfig: customHeadersOf(headers, { value: "no-store", override: false }),
    });
  }
}

const queryOf = (items: readonly string[] | undefined) =>
  items === undefined
    ? { queryStringBehavior: "all" }
    : { queryStringBehavior: "whitelist", queryStrings: { items: [...items] } };
