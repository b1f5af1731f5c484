import { AutoscalingPolicy } from "@cdktf/provider-aws/lib/autoscaling-policy";
import { Construct } from "constructs";
import type { MachineNames } from "../../../model/names";
import type { MachineScaling as Settled } from "../../../model/workloads/machines/settled";
import { refuse } from "../../expected";
import type { MachineGroup } from "./machine_group";

export interface MachineScalingProps {
  readonly names: MachineNames;

  /** Whose machines are more and fewer. */
  readonly of: MachineGroup;

  /** What their number follows: each its own, and the most that one asks for is run. */
  readonly scaling: Settled;

  /**
   * CloudWatch's dimensions of the balancer and of the group of targets.
   *
   * @default - no balancer, and then requests cannot be followed
   */
  readonly balancer?: { readonly arnSuffix: string; readonly targetGroupArnSuffix: string };
}

/** Makes the number of machines follow what is asked of them. */
export class MachineScaling extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: MachineScalingProps,
  ) {
    super(scope, id);
    refuse(this, problems(props));
    const { scaling, balancer } = props;
    const { requestsPerTarget, cpuPercent } = scaling;
    if (cpuPercent !== undefined)
      this.track("cpu", cpuPercent, { predefinedMetricType: "ASGAverageCPUUtilization" });
    if (requestsPerTarget !== undefined && balancer !== undefined) {
      this.track("requests", requestsPerTarget, {
        predefinedMetricType: "ALBRequestCountPerTarget",
        resourceLabel: `${balancer.arnSuffix}/${balancer.targetGroupArnSuffix}`,
      });
    }
  }

  private track(
    follows: string,
    targetValue: number,
    predefinedMetricSpecification: {
      readonly predefinedMetricType: string;
      readonly resourceLabel?: string;
    },
  ): void {
    const { names, of } = this.props;
    new AutoscalingPolicy(this, follows, {
      name: names.scaling(follows),
      autoscalingGroupName: of.group.name,
      policyType: "TargetTrackingScaling",
      targetTrackingConfiguration: { targetValue, predefinedMetricSpecification },
    });
  }
}

const problems = ({ scaling, balancer }: MachineScalingProps): (string | false)[] => [
  balancer === undefined &&
    scaling.requestsPerTarget !== undefined &&
    `scaling.requestsPerTarget: expected none without a balancer, which counts requests, got ${scaling.requestsPerTarget}`,
];
