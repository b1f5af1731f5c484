import { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudfrontMonitoringSubscription } from "@cdktf/provider-aws/lib/cloudfront-monitoring-subscription";
import { CloudfrontOriginAccessControl } from "@cdktf/provider-aws/lib/cloudfront-origin-access-control";
import { Construct } from "constructs";
import type { Reach } from "../../../model/workloads/delivery/declaration";
import type { Cache } from "../../../model/workloads/delivery/settled";
import { MAIN } from "../../logical_id";
import { CACHING_DISABLED, type CachePolicies } from "./cache_policies";

export interface DistributionProps {
  /** Its tag `Name`, and what its access control is called; `model/names.ts` makes it. */
  readonly name: string;

  /** What it hands out, in a sentence. */
  readonly description: string;

  /** The bucket's own address: `<bucket>.s3.<region>.amazonaws.com`. */
  readonly origin: string;

  /** Undefined: at CloudFront's own, whose certificate lets TLS 1.0 in. */
  readonly address: DistributionAddress | undefined;

  /** For how long what is kept, and what never is. */
  readonly cache: Cache;

  readonly policies: CachePolicies;

  /** ARN of a web ACL of scope `CLOUDFRONT`. */
  readonly webAclArn: string;

  /** From where in the world it is served, which is what it costs by. */
  readonly reach: Reach;
}

export interface DistributionAddress {
  /** Such as `images.example.com`. */
  readonly host: string;
  /** ARN of a certificate that is issued, in us-east-1. */
  readonly certificate: string;
}

const PRICE_CLASSES: Readonly<Record<Reach, string>> = {
  cheapest: "PriceClass_100",
  most: "PriceClass_200",
  all: "PriceClass_All",
};

/** What a store answers where there is no object, it may not be read, or the store fails. Missing is 403: nobody may list. */
const ERRORS = [403, 404, 500, 502, 503, 504];

const ORIGIN = "store";

/** A distribution of CloudFront in front of a bucket that answers it alone. */
export class Distribution extends Construct {
  readonly distribution: CloudfrontDistribution;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DistributionProps,
  ) {
    super(scope, id);
    this.distribution = this.makeDistribution();
    this.monitor();
  }

  private makeDistribution(): CloudfrontDistribution {
    const { name, description, address, webAclArn, reach, cache } = this.props;
    return new CloudfrontDistribution(this, MAIN, {
      comment: description.slice(0, LONGEST_COMMENT),
      enabled: true,
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      priceClass: PRICE_CLASSES[reach],
      webAclId: webAclArn,
      origin: [this.makeOrigin()],
      ...this.behaviours(),
      customErrorResponse: ERRORS.map((errorCode) => ({
        ...{ errorCode, errorCachingMinTtl: cache.errorSeconds },
      })),
      restrictions: { geoRestriction: { restrictionType: "none" } },
      ...(address === undefined ? {} : { aliases: [address.host] }),
      viewerCertificate: certificateOf(address),
      // AWS chooses its id: people and exporters find it by this.
      tags: { Name: name },
    });
  }

  private makeOrigin() {
    const { name, origin, description } = this.props;
    const access = new CloudfrontOriginAccessControl(this, "access", {
      name,
      description: description.slice(0, LONGEST_ACCESS_DESCRIPTION),
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    });
    return { domainName: origin, originId: ORIGIN, originAccessControlId: access.id };
  }

  private behaviours() {
    const { policies, cache } = this.props;
    const { caching, headers, uncachedHeaders } = policies;
    return {
      defaultCacheBehavior: behaviour(caching.id, headers.id),
      orderedCacheBehavior: cache.never.map((pathPattern) => ({
        ...{ pathPattern },
        ...behaviour(CACHING_DISABLED, (uncachedHeaders ?? headers).id),
      })),
    };
  }

  /** Without it there is neither a rate of hits nor a latency of the store. */
  private monitor(): void {
    new CloudfrontMonitoringSubscription(this, "metrics", {
      distributionId: this.distribution.id,
      monitoringSubscription: {
        realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" },
      },
    });
  }
}

/** CloudFront's bounds. */
const LONGEST_COMMENT = 128;
const LONGEST_ACCESS_DESCRIPTION = 256;

const behaviour = (cachePolicyId: string, responseHeadersPolicyId: string) => ({
  targetOriginId: ORIGIN,
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
  compress: true,
  cachePolicyId,
  responseHeadersPolicyId,
});

const certificateOf = (address: DistributionAddress | undefined) =>
  address === undefined
    ? { cloudfrontDefaultCertificate: true }
    : {
        acmCertificateArn: address.certificate,
        minimumProtocolVersion: "TLSv1.2_2021",
        sslSupportMethod: "sni-only",
      };
