import { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudfrontMonitoringSubscription } from "@cdktf/provider-aws/lib/cloudfront-monitoring-subscription";
import { CloudfrontOriginAccessControl } from "@cdktf/provider-aws/lib/cloudfront-origin-access-control";
import { Construct } from "constructs";
import type { Reach } from "../../../model/workloads/delivery/declaration";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import {
  API,
  behavioursOf,
  STORE,
  type ApiOrigin,
  type PlacedFunction,
  type PlacedOriginFunction,
  type PrivateOrigin,
  type RoutedOrigin,
  type StoreOrigin,
} from "./behaviours";
import { MOST_ORIGINS, serviceOrigins, twiceAt, withRouter } from "./service_origins";

export interface DistributionProps {
  /** Its tag `Name`, and what its access control is called; `model/names.ts` makes it. */
  readonly name: string;

  /** What it hands out, in a sentence. */
  readonly description: string;

  /** Undefined: at CloudFront's own, whose certificate lets TLS 1.0 in. */
  readonly address: DistributionAddress | undefined;

  /**
   * The bucket whose objects it keeps.
   *
   * @default - none: `service` answers everything
   */
  readonly store?: StoreOrigin | undefined;

  /**
   * The load balancer that answers some paths, or every one; or those of a fleet's cells, and who chooses among them.
   *
   * @default - none: `store` answers everything
   */
  readonly service?: PrivateOrigin | RoutedOrigin | undefined;

  /**
   * The API that answers every path, in place of a store and a load balancer.
   *
   * @default - none
   */
  readonly api?: ApiOrigin | undefined;

  /**
   * Code that runs at its behaviours.
   *
   * @default - none
   */
  readonly functions?: readonly PlacedFunction[];

  /**
   * Code that runs behind its caches, at behaviours that no load balancer answers.
   *
   * @default - none
   */
  readonly behindCache?: readonly PlacedOriginFunction[];

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

/** All that CloudFront would remember by itself for ten seconds, for everybody, by the path alone. */
const REMEMBERED = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** A distribution of CloudFront in front of a bucket, a load balancer, or both, or of an API, which answer it alone. */
export class Distribution extends Construct {
  readonly distribution: CloudfrontDistribution;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DistributionProps,
  ) {
    super(scope, id);
    refuse(this, [...originProblems(props), ...this.codeProblems()]);
    this.distribution = this.makeDistribution();
    this.monitor();
  }

  private codeProblems(): (string | false)[] {
    const { store, api, behindCache = [] } = this.props;
    const twice = twiceAt(behavioursOf(this.behaviours));
    return [
      behindCache.length > 0 &&
        store === undefined &&
        api === undefined &&
        "expected no code behind the cache of a load balancer, since VPC origins take none, got some",
      twice !== undefined &&
        `expected one function for each event of a path, as CloudFront takes it, got two for ${twice}`,
    ];
  }

  private makeDistribution(): CloudfrontDistribution {
    const { name, description, address, webAclArn, reach, store, service, api } = this.props;
    return new CloudfrontDistribution(this, MAIN, {
      comment: description.slice(0, LONGEST_COMMENT),
      enabled: true,
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      priceClass: PRICE_CLASSES[reach],
      webAclId: webAclArn,
      origin: [
        ...(store === undefined ? [] : [this.storeOrigin(store)]),
        ...serviceOrigins(service),
        ...(api === undefined ? [] : [apiOrigin(api)]),
      ],
      ...behavioursOf(this.behaviours),
      customErrorResponse: (api === undefined ? ERRORS : REMEMBERED).map((errorCode) => ({
        // What was answered to one user is not remembered for another, but for what a store says.
        ...{ errorCode, errorCachingMinTtl: store?.cache.errorSeconds ?? 0 },
      })),
      restrictions: { geoRestriction: { restrictionType: "none" } },
      ...(address === undefined ? {} : { aliases: [address.host] }),
      viewerCertificate: certificateOf(address),
      // AWS chooses its id: people and exporters find it by this.
      tags: { Name: name },
    });
  }

  private get behaviours() {
    const { store, service, api, functions = [], behindCache = [] } = this.props;
    return { store, service, api, behindCache, functions: withRouter(functions, service) };
  }

  private storeOrigin({ host }: StoreOrigin) {
    const { name, description } = this.props;
    const access = new CloudfrontOriginAccessControl(this, "access", {
      name,
      description: description.slice(0, LONGEST_ACCESS_DESCRIPTION),
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    });
    return { domainName: host, originId: STORE, originAccessControlId: access.id };
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

function originProblems({ store, service, api }: DistributionProps): (string | false)[] {
  const origins = serviceOrigins(service).length + (store === undefined ? 0 : 1);
  return [
    origins === 0 &&
      api === undefined &&
      "expected a store, a service or both, or an API, got none",
    origins > 0 &&
      api !== undefined &&
      "expected an API alone, or a store, a service or both, got them together",
    origins > MOST_ORIGINS &&
      `expected at most ${MOST_ORIGINS} origins, which is what CloudFront gives a distribution, got ${origins}; give some cells to a distribution of their own`,
  ];
}

/** CloudFront's bounds. */
const LONGEST_COMMENT = 128;
const LONGEST_ACCESS_DESCRIPTION = 256;

const apiOrigin = ({ host, path, timeoutSeconds }: ApiOrigin) => ({
  ...{ domainName: host, originId: API, originPath: path },
  customOriginConfig: {
    ...{ httpPort: 80, httpsPort: 443, originReadTimeout: timeoutSeconds },
    ...{ originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] },
  },
});

const certificateOf = (address: DistributionAddress | undefined) =>
  address === undefined
    ? { cloudfrontDefaultCertificate: true }
    : {
        acmCertificateArn: address.certificate,
        minimumProtocolVersion: "TLSv1.2_2021",
        sslSupportMethod: "sni-only",
      };
