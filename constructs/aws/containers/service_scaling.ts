import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { ContainerNames } from "../../../model/names";
import type { Bounds } from "../../../model/workloads/balanced/settled";
import type { Scaling } from "../../../model/workloads/containers/settled";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { backlogOfEach } from "./backlog";
import type { FargateService } from "./fargate_service";

export interface ServiceScalingProps {
  readonly names: ContainerNames;

  /** Whose tasks are more and fewer. */
  readonly of: FargateService;

  /** The cluster's name. */
  readonly clusterName: string;

  /** The least and the most that run. */
  readonly tasks: Bounds;

  /** What their number follows: each its own, and the most that one asks for is run. */
  readonly scaling: Scaling;

  /**
   * CloudWatch's dimensions of the balancer and of the group of targets.
   *
   * @default - no balancer, and then neither requests nor latency can be followed
   */
  readonly balancer?: { readonly arnSuffix: string; readonly targetGroupArnSuffix: string };
}

const PLACE = { serviceNamespace: "ecs", scalableDimension: "ecs:service:DesiredCount" } as const;

/** Minutes of late answers before more tasks run; one alone may be anything. */
const LATE_MINUTES = 3;

/** Of 100 requests, as many are to be answered in time. */
const PERCENTILE = "p95";

/** Makes the number of tasks follow what is asked of them. */
export class ServiceScaling extends Construct {
  readonly target: AppautoscalingTarget;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ServiceScalingProps,
  ) {
    super(scope, id);
    refuse(this, scalingProblems(props));
    const { tasks, clusterName, of } = props;
    this.target = new AppautoscalingTarget(this, MAIN, {
      ...PLACE,
      resourceId: `service/${clusterName}/${of.service.name}`,
      ...{ minCapacity: tasks.min, maxCapacity: tasks.max },
    });
    this.follow();
  }

  private follow(): void {
    const { requestsPerTarget, cpuPercent, backlog, latencyMilliseconds } = this.props.scaling;
    if (requestsPerTarget !== undefined) this.followRequests(requestsPerTarget);
    if (cpuPercent !== undefined) this.track("cpu", cpuPercent, CPU);
    if (backlog !== undefined) {
      const { clusterName, of } = this.props;
      const names = { queue: backlog.queue, cluster: clusterName, service: of.service.name };
      this.track("backlog", backlog.perTask, {
        customizedMetricSpecification: backlogOfEach(names),
      });
    }
    if (latencyMilliseconds !== undefined) this.followLatency(latencyMilliseconds);
  }

  private followRequests(perTarget: number): void {
    const { arnSuffix = "", targetGroupArnSuffix = "" } = this.props.balancer ?? {};
    this.track("requests", perTarget, {
      predefinedMetricSpecification: {
        predefinedMetricType: "ALBRequestCountPerTarget",
        resourceLabel: `${arnSuffix}/${targetGroupArnSuffix}`,
      },
    });
  }

  private track(follows: string, targetValue: number, metric: object): void {
    const { names, scaling } = this.props;
    new AppautoscalingPolicy(this, follows, {
      ...this.place(names.scaling(follows)),
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        targetValue,
        scaleInCooldown: scaling.scaleInCooldownSeconds,
        scaleOutCooldown: scaling.scaleOutCooldownSeconds,
        ...metric,
      },
    });
  }

  /** Latency does not fall in proportion to tasks, so no target can be tracked: steps out while answers are late, one by one in when they are fast. */
  private followLatency(milliseconds: number): void {
    const seconds = milliseconds / 1_000;
    const { scaleOutCooldownSeconds, scaleInCooldownSeconds } = this.props.scaling;
    const out = this.step("late", 25, scaleOutCooldownSeconds);
    const back = this.step("fast", -10, scaleInCooldownSeconds);
    this.alarm("late", out, ["GreaterThanThreshold", seconds, LATE_MINUTES]);
    // Far below, or tasks would come and go by turns.
    this.alarm("fast", back, ["LessThanThreshold", seconds / 2, 15]);
  }

  private step(follows: string, percent: number, cooldown: number): AppautoscalingPolicy {
    const bound = percent > 0 ? "metricIntervalLowerBound" : "metricIntervalUpperBound";
    return new AppautoscalingPolicy(this, follows, {
      ...this.place(this.props.names.scaling(follows)),
      policyType: "StepScaling",
      stepScalingPolicyConfiguration: {
        adjustmentType: "PercentChangeInCapacity",
        minAdjustmentMagnitude: 1,
        metricAggregationType: "Average",
        cooldown,
        stepAdjustment: [{ [bound]: "0", scalingAdjustment: percent }],
      },
    });
  }

  /** Without requests there are no datapoints: then nothing is late, and all that is asked is answered fast. */
  private alarm(
    follows: string,
    policy: AppautoscalingPolicy,
    [comparisonOperator, threshold, minutes]: readonly [string, number, number],
  ): void {
    const { names, balancer } = this.props;
    new CloudwatchMetricAlarm(this, `${follows}-alarm`, {
      alarmName: names.scaling(follows),
      alarmDescription: `Scales ${names.service}: ${PERCENTILE} of its answers against ${threshold} s, for ${minutes} minutes.`,
      ...{ namespace: "AWS/ApplicationELB", metricName: "TargetResponseTime" },
      dimensions: {
        LoadBalancer: balancer?.arnSuffix ?? "",
        TargetGroup: balancer?.targetGroupArnSuffix ?? "",
      },
      ...{ extendedStatistic: PERCENTILE, period: 60, evaluationPeriods: minutes },
      ...{ datapointsToAlarm: minutes, comparisonOperator, threshold },
      treatMissingData: follows === "late" ? "notBreaching" : "breaching",
      alarmActions: [policy.arn],
    });
  }

  private place(name: string) {
    return { ...PLACE, name, resourceId: this.target.resourceId };
  }
}

const CPU = {
  predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
};

const scalingProblems = ({ scaling, balancer, tasks }: ServiceScalingProps) => [
  tasks.max <= tasks.min &&
    `tasks.max: expected more than the min of ${tasks.min}, got ${tasks.max}`,
  balancer === undefined &&
    scaling.requestsPerTarget !== undefined &&
    `scaling.requestsPerTarget: expected none without a balancer, which counts requests, got ${scaling.requestsPerTarget}`,
  balancer === undefined &&
    scaling.latencyMilliseconds !== undefined &&
    `scaling.latencyMilliseconds: expected none without a balancer, which times answers, got ${scaling.latencyMilliseconds}`,
  [
    scaling.requestsPerTarget,
    scaling.cpuPercent,
    scaling.latencyMilliseconds,
    scaling.backlog,
  ].every((one) => one === undefined) && "scaling: expected something to follow, got nothing",
];
