import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { HealthCheck, type Endpoint } from "../dns/health_check";

export interface RegionHealthProps {
  /** What the alarm is called, and what the tags `Name` of the checks begin with. */
  readonly name: string;

  /** The region that is judged. */
  readonly region: string;

  /** What is asked from around the world. */
  readonly endpoint: Omit<Endpoint, "kind">;

  /** What CloudWatch of the region knows of the service. */
  readonly alarm: RegionAlarm;

  /** The id of the check by which people leave the region. */
  readonly switchId: string;
}

/** A level of one metric, for three minutes, above which a region is not healthy. */
export interface RegionAlarm {
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: "Average" | "Maximum";
  readonly dimensions: Readonly<Record<string, string>>;
  readonly threshold: number;
  /** What the region is while nothing was counted. */
  readonly unknown: "healthy" | "lastKnown";
}

/** Minutes in a row. Route 53 reads the metric itself, in whole minutes. */
const MINUTES = 3;

/**
 * Whether a region can do a service's work: while it is reached from around the world, its alarm is silent and nobody left it. All three have to hold.
 */
export class RegionHealth extends Construct {
  readonly alarm: CloudwatchMetricAlarm;
  private readonly check: HealthCheck;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: RegionHealthProps,
  ) {
    super(scope, id);
    this.alarm = this.makeAlarm();
    const parts = [this.reached(), this.silent()].map((part) => part.id);
    const checks = [...parts, props.switchId];
    this.check = new HealthCheck(this, "all", {
      name: props.name,
      of: { kind: "calculated", checks, healthy: checks.length },
    });
  }

  /** Of all of them together. */
  get id(): string {
    return this.check.id;
  }

  private reached(): HealthCheck {
    const { name, endpoint } = this.props;
    return new HealthCheck(this, "reached", {
      name: `${name}-reached`,
      of: { kind: "endpoint", ...endpoint },
    });
  }

  private silent(): HealthCheck {
    const { name, region, alarm } = this.props;
    const { unknown } = alarm;
    return new HealthCheck(this, "silent", {
      name: `${name}-silent`,
      of: { kind: "alarm", alarm: this.alarm.alarmName, region, unknown },
    });
  }

  private makeAlarm(): CloudwatchMetricAlarm {
    const { name, alarm } = this.props;
    const { description, metric, namespace, statistic, threshold } = alarm;
    return new CloudwatchMetricAlarm(this, "alarm", {
      ...{ alarmName: name, alarmDescription: description },
      comparisonOperator: "GreaterThanThreshold",
      ...{ evaluationPeriods: MINUTES, threshold },
      ...{ namespace, metricName: metric, statistic, period: 60 },
      dimensions: { ...alarm.dimensions },
      treatMissingData: "notBreaching",
    });
  }
}
