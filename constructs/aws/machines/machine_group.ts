import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { Construct } from "constructs";
import type { Bounds } from "../../../model/workloads/balanced/settled";
import type {
  MachineAttributes,
  Purchase,
  Refresh,
} from "../../../model/workloads/machines/settled";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import type { Balanced } from "../load_balancing/balanced_targets";
import { after } from "../data/mount";
import type { ITerraformDependable, TerraformResource } from "../../tf";
import { machineGroupProblems } from "./machine_rules";
import type { MachineTemplate } from "./machine_template";
import { mixOf } from "./purchase";

export interface MachineGroupProps {
  /** Made in `model/names.ts`; CloudWatch's dimension `AutoScalingGroupName`. */
  readonly name: string;

  readonly template: MachineTemplate;

  /** Subnets of the private tier, in zones as many as can be. */
  readonly subnetIds: readonly string[];

  /** Types of EC2 that do, the first before the others; none with `attributes`. */
  readonly types: readonly string[];

  /**
   * What a machine has to have.
   *
   * @default - `types` says which do
   */
  readonly attributes?: MachineAttributes | undefined;

  /** How machines are bought. */
  readonly purchase: Purchase;

  /** How many there are at least and at most; within, their number is what {@link MachineScaling} makes of it. */
  readonly machines: Bounds;

  /** Time in which a new machine need not be healthy, in seconds. */
  readonly gracePeriodSeconds: number;

  /** Time from a machine's start until what is measured of it counts, in seconds. */
  readonly warmUpSeconds: number;

  /** How machines are replaced. */
  readonly refresh: Refresh;

  /** Of the group and of its machines. */
  readonly tags: Readonly<Record<string, string>>;

  /**
   * Who sends requests, and says which machines are healthy.
   *
   * @default - nobody: a machine that runs is healthy
   */
  readonly balancer?: Balanced;

  /**
   * Names of alarms of CloudWatch of which each ends a refresh, and takes it back; up to 10.
   *
   * @default - none: what is not healthy is taken back
   */
  readonly alarms?: readonly string[];
}

/** What is measured of a group's size, a minute each. */
const MEASURED = [
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupMaxSize",
  "GroupMinSize",
  "GroupPendingInstances",
  "GroupTerminatingInstances",
  "GroupTotalInstances",
];

/** Machines of one kind: one that does not answer is replaced, all are when their template changes, and one after the other. */
export class MachineGroup extends Construct {
  readonly group: AutoscalingGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MachineGroupProps,
  ) {
    super(scope, id);
    refuse(this, machineGroupProblems(props));
    const { name, subnetIds, machines, tags, warmUpSeconds } = props;
    this.group = new AutoscalingGroup(this, MAIN, {
      ...{ name, minSize: machines.min, maxSize: machines.max },
      vpcZoneIdentifier: [...subnetIds],
      defaultInstanceWarmup: warmUpSeconds,
      ...this.health(),
      ...this.purchase(),
      instanceRefresh: this.refresh(),
      ...{ enabledMetrics: MEASURED, metricsGranularity: "1Minute" },
      tag: Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    });
  }

  /** A machine starts when its rights are there, and what it mounts. */
  startAfter(resources: readonly TerraformResource[]): void {
    this.group.dependsOn = after(this.group.dependsOn, resources);
  }

  /** An apply waits until as many as there are at least answer the balancer. */
  private health() {
    const { balancer, gracePeriodSeconds, machines } = this.props;
    return {
      healthCheckType: balancer ? "ELB" : "EC2",
      healthCheckGracePeriod: gracePeriodSeconds,
      ...(balancer && {
        ...{ targetGroupArns: [balancer.targetGroupArn], minElbCapacity: machines.min },
        dependsOn: [...balancer.dependsOn] as ITerraformDependable[],
      }),
    };
  }

  /** The template alone where it says everything; else what it is mixed from. */
  private purchase() {
    const { purchase, template } = this.props;
    const { version } = template;
    const mix = mixOf(this.props);
    return {
      ...(mix === undefined
        ? { launchTemplate: { id: template.template.id, version } }
        : {
            mixedInstancesPolicy: {
              instancesDistribution: mix.distribution,
              launchTemplate: {
                launchTemplateSpecification: { launchTemplateId: template.template.id, version },
                override: mix.overrides,
              },
            },
            capacityRebalance: mix.takesSpareCapacity,
          }),
      ...(purchase.kind === "reserved" && {
        capacityReservationSpecification: {
          capacityReservationPreference: "capacity-reservations-only",
          ...(purchase.reservations.length > 0 && {
            capacityReservationTarget: { capacityReservationIds: [...purchase.reservations] },
          }),
        },
      }),
    };
  }

  /** What fails is rolled back to the version of the template before. */
  private refresh() {
    const { refresh, alarms } = this.props;
    const { minHealthyPercent, maxHealthyPercent } = refresh;
    return {
      strategy: "Rolling",
      preferences: {
        ...{ minHealthyPercentage: minHealthyPercent, maxHealthyPercentage: maxHealthyPercent },
        ...{ autoRollback: true, skipMatching: true },
        ...(alarms && { alarmSpecification: { alarms: [...alarms] } }),
      },
    };
  }
}
