import { CeAnomalyMonitor } from "@cdktf/provider-aws/lib/ce-anomaly-monitor";
import { CeAnomalySubscription } from "@cdktf/provider-aws/lib/ce-anomaly-subscription";
import { Construct } from "constructs";
import type { Anomalies } from "../../../model/cost/cost";
import type { awsCostNames } from "../../../model/names";
import type { CostTopic } from "./cost_topic";

export interface AnomalyWatchProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: Pick<ReturnType<typeof awsCostNames>, "monitor" | "subscription">;

  readonly anomalies: Anomalies;

  /** Addresses that get a summary a day. */
  readonly emails: readonly string[];

  /**
   * What is told at once.
   *
   * @default - no topic
   */
  readonly topic?: CostTopic | undefined;
}

/**
 * Learns what each service of AWS costs the account, and tells what costs otherwise. Mail is sent once a day and topics are told at once:
 * AWS takes each only so.
 *
 * @see https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html
 */
export class AnomalyWatch extends Construct {
  private readonly monitorArn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AnomalyWatchProps,
  ) {
    super(scope, id);
    const { anomalies, emails, topic } = props;
    this.monitorArn = anomalies.monitor === "made" ? this.makeMonitor() : anomalies.monitor;
    if (emails.length > 0) this.subscribe("daily", "EMAIL", emails);
    if (topic !== undefined) this.subscribe("immediate", "SNS", [topic.arn]);
  }

  private makeMonitor(): string {
    return new CeAnomalyMonitor(this, "monitor", {
      name: this.props.names.monitor,
      monitorType: "DIMENSIONAL",
      monitorDimension: "SERVICE",
    }).arn;
  }

  private subscribe(
    frequency: "daily" | "immediate",
    type: "EMAIL" | "SNS",
    addresses: readonly string[],
  ): void {
    const { names, anomalies, topic } = this.props;
    new CeAnomalySubscription(this, frequency, {
      name: names.subscription(frequency),
      frequency: frequency.toUpperCase(),
      monitorArnList: [this.monitorArn],
      subscriber: addresses.map((address) => ({ type, address })),
      thresholdExpression: {
        dimension: {
          key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
          matchOptions: ["GREATER_THAN_OR_EQUAL"],
          values: [String(anomalies.impact)],
        },
      },
      ...(type === "SNS" && topic ? { dependsOn: [topic.policy] } : {}),
    });
  }
}
