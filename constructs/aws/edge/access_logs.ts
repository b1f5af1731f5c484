import { CloudwatchLogDelivery } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery";
import { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination";
import { CloudwatchLogDeliverySource } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-source";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import { logGroupArn, type Location } from "../arn";

/**
 * What is said of each request: who asked for what, what the cache made of it, and how long each part took. No query, no
 * cookie, no header of the browser: those hold what people look for, and who they are.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
export const EDGE_LOG_FIELDS = [
  "timestamp(ms)",
  "x-edge-request-id",
  "x-edge-location",
  "c-ip",
  "c-country",
  "asn",
  "cs-method",
  "cs-protocol",
  "cs-protocol-version",
  "ssl-protocol",
  "x-host-header",
  "cs-uri-stem",
  "cache-behavior-path-pattern",
  "sc-status",
  "sc-bytes",
  "sc-content-type",
  "x-edge-result-type",
  "x-edge-response-result-type",
  "x-edge-detailed-result-type",
  "time-taken",
  "time-to-first-byte",
  "origin-fbl",
  "origin-lbl",
] as const;

export interface EdgeAccessLogsProps {
  /** What source and destination are called. */
  readonly name: string;

  /** The log group's name. */
  readonly logGroup: string;

  /** The distribution whose requests are logged. */
  readonly distributionArn: string;

  /** In us-east-1, where CloudFront's are. */
  readonly location: Location;

  /** ARN of the customer key that encrypts them. */
  readonly keyArn: string;

  /** Days for which they are kept; one of the numbers that CloudWatch takes. */
  readonly retentionDays: number;
}

/** The log of requests of a distribution: one JSON object each, in a log group. */
export class EdgeAccessLogs extends Construct {
  readonly group: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, props: EdgeAccessLogsProps) {
    super(scope, id);
    const { name, logGroup, location, keyArn, retentionDays, distributionArn } = props;
    this.group = new CloudwatchLogGroup(this, "logs", {
      name: logGroup,
      kmsKeyId: keyArn,
      retentionInDays: retentionDays,
    });
    const source = new CloudwatchLogDeliverySource(this, "source", {
      ...{ name, logType: "ACCESS_LOGS", resourceArn: distributionArn },
    });
    const destination = this.makeDestination(name, logGroupArn(location, this.group.name));
    new CloudwatchLogDelivery(this, "delivery", {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      recordFields: [...EDGE_LOG_FIELDS],
    });
  }

  private makeDestination(name: string, destinationResourceArn: string) {
    return new CloudwatchLogDeliveryDestination(this, "destination", {
      ...{ name, outputFormat: "json" },
      deliveryDestinationConfiguration: [{ destinationResourceArn }],
    });
  }
}
