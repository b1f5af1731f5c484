import { Construct } from "constructs";
import { loadBalancerArns, type Location } from "../arn";
import { MAIN } from "../../logical_id";
import type { Statement } from "../policy";
import { modernTls } from "../s3/modern_tls";
import { PrivateBucket } from "../s3/private_bucket";

export interface BalancerLogsProps {
  /** Global: no other bucket of anybody may have it. */
  readonly bucketName: string;

  /** Where the balancers are: they write to no bucket of another region. */
  readonly location: Location;

  /** Days for which logs are kept. */
  readonly retentionDays: number;

  /**
   * Let Terraform refuse to destroy the bucket.
   *
   * @default true
   */
  readonly preventDestroy?: boolean;
}

/** Under which part of the bucket each kind of log lies. */
export const LOG_PREFIXES = {
  access: "access",
  connections: "connections",
  network: "network",
  flows: "flows",
} as const;

/**
 * Who asked load balancers for what: a bucket that they alone write to. S3's own key encrypts it, since the logs of an application load balancer
 * come where no other is asked for.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export class BalancerLogs extends Construct {
  readonly bucket: PrivateBucket;

  constructor(scope: Construct, id: string, props: BalancerLogsProps) {
    super(scope, id);
    const { bucketName, location, retentionDays, preventDestroy = true } = props;
    this.bucket = new PrivateBucket(this, MAIN, {
      ...{ bucketName, region: location.region, preventDestroy },
      encryptionKeyArn: undefined,
      lifecycle: lifecycleOf(retentionDays),
      statements: (arn) => [modernTls(arn), ...deliveries(arn, location)],
    });
  }

  /** As a reference, so that what writes here waits for the bucket. */
  get bucketName(): string {
    return this.bucket.bucket.bucket;
  }
}

/** Versions are kept for a day: nobody overwrites a log, and what expires is gone. */
const lifecycleOf = (days: number) => [
  {
    ...{ id: "expiry", status: "Enabled", filter: [{ prefix: "" }] },
    expiration: [{ days }],
    noncurrentVersionExpiration: [{ noncurrentDays: 1 }],
    abortIncompleteMultipartUpload: [{ daysAfterInitiation: 1 }],
  },
];

/**
 * Each service writes the logs of this account alone, each kind under its own part.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html
 * @see https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html
 */
function deliveries(arn: string, location: Location): Statement[] {
  const { access, connections, network, flows } = LOG_PREFIXES;
  const under = (...prefixes: readonly string[]) =>
    prefixes.map((prefix) => `${arn}/${prefix}/AWSLogs/${location.account}/*`);
  // Flows are delivered from whichever region an accelerator is led from: the account says whose they are.
  const own = { "aws:SourceAccount": location.account };
  return [
    {
      sid: "WriteAccessLogs",
      principals: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      actions: ["s3:PutObject"],
      resources: under(access, connections),
      conditions: { ArnLike: { "aws:SourceArn": loadBalancerArns(location) } },
    },
    {
      sid: "WriteDeliveredLogs",
      principals: { Service: "delivery.logs.amazonaws.com" },
      actions: ["s3:PutObject"],
      resources: under(network, flows),
      conditions: {
        StringEquals: { ...own, "s3:x-amz-acl": "bucket-owner-full-control" },
      },
    },
    {
      sid: "LookBeforeDelivery",
      principals: { Service: "delivery.logs.amazonaws.com" },
      actions: ["s3:GetBucketAcl"],
      resources: [arn],
      conditions: { StringEquals: own },
    },
  ];
}
