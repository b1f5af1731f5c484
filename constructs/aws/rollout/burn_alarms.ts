import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { BurnAlarm } from "../../../model/rollout/burn_alarms";
import type { CloudWatchSignal } from "../../../model/signal";

export interface BurnAlarmsProps {
  readonly alarms: readonly BurnAlarm[];

  /** The values of CloudWatch's dimensions, such as that of `ApiId`, by the dimension's name. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Alarms of CloudWatch on error budgets, which take a new version back. They tell nobody: whoever is paged is paged by the rules. */
export class BurnAlarms extends Construct {
  readonly alarms: readonly CloudwatchMetricAlarm[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: BurnAlarmsProps,
  ) {
    super(scope, id);
    this.alarms = props.alarms.map((alarm) => this.make(alarm));
  }

  /** References, so that what watches an alarm is made after it. */
  get alarmNames(): readonly string[] {
    return this.alarms.map(({ alarmName }) => alarmName);
  }

  private make({ name, objective, description, math }: BurnAlarm): CloudwatchMetricAlarm {
    const { evaluationPeriods, datapointsToAlarm, threshold } = math;
    return new CloudwatchMetricAlarm(this, objective, {
      ...{ alarmName: name, alarmDescription: description },
      comparisonOperator: "GreaterThanThreshold",
      ...{ evaluationPeriods, datapointsToAlarm, threshold },
      // A service that nobody asks keeps its promise.
      treatMissingData: "notBreaching",
      metricQuery: [...this.metrics(math), ...expressions(math)],
    });
  }

  private metrics({ metrics, periodSeconds }: BurnAlarm["math"]) {
    return Object.entries(metrics).map(([id, signal]) => ({
      ...{ id, returnData: false },
      metric: {
        ...{ namespace: signal.namespace, metricName: signal.metric },
        ...{ stat: signal.statistic, period: periodSeconds },
        dimensions: this.dimensionsOf(signal),
      },
    }));
  }

  /** @throws for a dimension that nobody gave: the caller left one out */
  private dimensionsOf({ metric, dimensions }: CloudWatchSignal): Record<string, string> {
    return Object.fromEntries(
      dimensions.map((name) => {
        const value = this.props.dimensions[name];
        if (value !== undefined) return [name, value];
        throw new Error(`${this.node.path}: expected the dimension ${name} of ${metric}, got none`);
      }),
    );
  }
}

/** The last one is compared. */
function expressions({ expressions }: BurnAlarm["math"]) {
  const entries = Object.entries(expressions);
  return entries.map(([id, expression], index) => ({
    ...{ id, expression },
    returnData: index === entries.length - 1,
  }));
}
