import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { SWITCH_METRIC } from "../../../model/names";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { HealthCheck } from "../dns/health_check";
import { placeIn } from "../region_provider";

export interface RegionSwitchProps {
  /** What the alarm is called, and the tag `Name` of its check. */
  readonly name: string;

  /** Whose regions they are. */
  readonly environment: string;

  /** The region that people can leave by it. */
  readonly region: string;

  /** Where the switch stands: in the other region, so that it works while this one does not. */
  readonly other: Location;
}

/**
 * By which people leave a region, whatever its own checks say: a number in CloudWatch of the other region, 1 to leave and 0 to come back. Route 53 reads the number and keeps what it
 * said last, so that nothing has to write it again; no call goes to Route 53, which takes changes in us-east-1 alone.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html (insufficient data)
 */
export class RegionSwitch extends Construct {
  readonly alarm: CloudwatchMetricAlarm;
  readonly check: HealthCheck;

  constructor(scope: Construct, id: string, props: RegionSwitchProps) {
    super(scope, id);
    const { name, environment, region, other } = props;
    this.alarm = new CloudwatchMetricAlarm(this, MAIN, {
      alarmName: name,
      alarmDescription: `Somebody left ${region}: 1 in ${SWITCH_METRIC.namespace} ${SWITCH_METRIC.name}. It comes back by 0.`,
      comparisonOperator: "GreaterThanThreshold",
      ...{ evaluationPeriods: 1, threshold: 0 },
      ...{ namespace: SWITCH_METRIC.namespace, metricName: SWITCH_METRIC.name },
      ...{ statistic: "Maximum", period: 60 },
      dimensions: { Environment: environment, Region: region },
      treatMissingData: "ignore",
    });
    placeIn(this, other);
    this.check = new HealthCheck(this, "check", {
      name,
      of: {
        ...{ kind: "alarm", alarm: this.alarm.alarmName, region: other.region },
        unknown: "lastKnown",
      },
    });
  }
}
