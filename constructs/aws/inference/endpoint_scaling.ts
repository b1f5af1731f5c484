import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { SagemakerEndpoint } from "@cdktf/provider-aws/lib/sagemaker-endpoint";
import { Construct } from "constructs";
import type { Async, RealTime } from "../../../model/workloads/inference/settled";
import { MAIN } from "../../logical_id";

export interface EndpointScalingProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: {
    readonly endpointVariant: string;
    readonly endpointScaling: (follows: string) => string;
  };

  /** Whose instances are more and fewer. */
  readonly of: SagemakerEndpoint;

  /** The least and the most that run, and what their number follows. */
  readonly serve: RealTime | Async;
}

const PLACE = {
  serviceNamespace: "sagemaker",
  scalableDimension: "sagemaker:variant:DesiredInstanceCount",
} as const;

/** An instance comes up in minutes: what was there a moment ago is wanted again before another is. */
const OUT_SECONDS = 300;
const IN_SECONDS = 600;

/** Minutes in which questions wait for nobody, before an instance starts. */
const STUCK_MINUTES = 2;

/** Makes the number of an endpoint's instances follow what is asked; of what is asynchronous, from none and to none. */
export class EndpointScaling extends Construct {
  readonly target: AppautoscalingTarget;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EndpointScalingProps,
  ) {
    super(scope, id);
    const { of, names, serve } = props;
    this.target = new AppautoscalingTarget(this, MAIN, {
      ...PLACE,
      resourceId: `endpoint/${of.name}/variant/${names.endpointVariant}`,
      ...{ minCapacity: serve.instances.min, maxCapacity: serve.instances.max },
    });
    if (serve.mode === "realTime") this.followRequests(serve.invocationsPerInstance);
    else this.followBacklog(serve);
  }

  private followRequests(targetValue: number): void {
    this.track("requests", targetValue, {
      predefinedMetricSpecification: {
        predefinedMetricType: "SageMakerVariantInvocationsPerInstance",
      },
    });
  }

  /**
   * Requests of an instance are never published of what is asynchronous; its backlog is. Shared by no instance it is no number, so that the
   * first one is started by an alarm of its own.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-autoscale.html
   */
  private followBacklog({ backlogPerInstance, instances }: Async): void {
    this.track("backlog", backlogPerInstance, {
      customizedMetricSpecification: {
        ...{ namespace: "AWS/SageMaker", metricName: "ApproximateBacklogSizePerInstance" },
        dimensions: [{ name: "EndpointName", value: this.props.of.name }],
        statistic: "Average",
      },
    });
    if (instances.min === 0) this.startFirst();
  }

  private track(follows: string, targetValue: number, metric: object): void {
    new AppautoscalingPolicy(this, follows, {
      ...this.place(follows),
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        ...{ targetValue, scaleInCooldown: IN_SECONDS, scaleOutCooldown: OUT_SECONDS },
        ...metric,
      },
    });
  }

  private startFirst(): void {
    const { of, names } = this.props;
    const first = new AppautoscalingPolicy(this, "first", {
      ...this.place("first"),
      policyType: "StepScaling",
      stepScalingPolicyConfiguration: {
        ...{ adjustmentType: "ChangeInCapacity", metricAggregationType: "Maximum" },
        cooldown: OUT_SECONDS,
        stepAdjustment: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
      },
    });
    new CloudwatchMetricAlarm(this, "waiting", {
      alarmName: names.endpointScaling("first"),
      alarmDescription: `Starts the first instance of ${of.nameInput}: questions wait, and none runs.`,
      ...{ namespace: "AWS/SageMaker", metricName: "HasBacklogWithoutCapacity" },
      dimensions: { EndpointName: of.name },
      ...{ statistic: "Maximum", period: 60, evaluationPeriods: STUCK_MINUTES },
      ...{ datapointsToAlarm: STUCK_MINUTES, threshold: 1 },
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [first.arn],
    });
  }

  private place(follows: string) {
    const name = this.props.names.endpointScaling(follows);
    return { ...PLACE, name, resourceId: this.target.resourceId };
  }
}
