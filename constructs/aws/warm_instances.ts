import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { LambdaProvisionedConcurrencyConfig } from "@cdktf/provider-aws/lib/lambda-provisioned-concurrency-config";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import type { ServiceFunction } from "./service_function";

export interface WarmInstancesProps {
  /** The scaling policy's name; `model/names.ts` makes it. */
  readonly policyName: string;

  /** Whose alias is kept warm. */
  readonly of: ServiceFunction;

  /** The least instances that are kept warm, whatever the traffic. */
  readonly min: number;

  /** More than `min`, and at most what is reserved for the function. */
  readonly max: number;

  /**
   * Percent of the warm instances that are to be in use.
   *
   * @default 70
   */
  readonly utilizationPercent?: number;
}

const PLACE = {
  serviceNamespace: "lambda",
  scalableDimension: "lambda:function:ProvisionedConcurrency",
} as const;

/** Instances of a function that are started before they are needed, as many as keep their use at a target. */
export class WarmInstances extends Construct {
  readonly instances: LambdaProvisionedConcurrencyConfig;
  readonly target: AppautoscalingTarget;
  readonly policy: AppautoscalingPolicy;

  constructor(scope: Construct, id: string, props: WarmInstancesProps) {
    super(scope, id);
    this.instances = this.makeInstances(props);
    this.target = this.makeTarget(props);
    this.policy = this.makePolicy(props);
  }

  /** The first ones: without any there is no utilization to follow. Afterwards their number is the policy's. */
  private makeInstances({ of, min }: WarmInstancesProps) {
    return new LambdaProvisionedConcurrencyConfig(this, MAIN, {
      functionName: of.function.functionName,
      qualifier: of.alias.name,
      provisionedConcurrentExecutions: min,
      lifecycle: { ignoreChanges: ["provisioned_concurrent_executions"] },
    });
  }

  private makeTarget({ of, min, max }: WarmInstancesProps): AppautoscalingTarget {
    return new AppautoscalingTarget(this, "target", {
      ...PLACE,
      resourceId: `function:${of.function.functionName}:${of.alias.name}`,
      minCapacity: min,
      maxCapacity: max,
      dependsOn: [this.instances],
    });
  }

  private makePolicy({ policyName, utilizationPercent = 70 }: WarmInstancesProps) {
    return new AppautoscalingPolicy(this, "policy", {
      ...PLACE,
      name: policyName,
      resourceId: this.target.resourceId,
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        targetValue: utilizationPercent / 100,
        predefinedMetricSpecification: {
          predefinedMetricType: "LambdaProvisionedConcurrencyUtilization",
        },
      },
    });
  }
}
