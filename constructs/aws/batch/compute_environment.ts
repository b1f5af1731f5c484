import { BatchComputeEnvironment } from "@cdktf/provider-aws/lib/batch-compute-environment";
import { Construct } from "constructs";
import type { Batch, Capacity } from "../../../model/workloads/batch/settled";
import { MAIN } from "../../logical_id";
import type { ITerraformDependable } from "../../tf";
import type { JobMachineTemplate } from "./job_machine_template";

export interface ComputeEnvironmentProps {
  /** What its name begins with; `model/names.ts` makes it. */
  readonly start: string;

  readonly capacity: Capacity;

  readonly workload: Pick<Batch, "gpus" | "types" | "maxVcpus" | "timeoutSeconds">;

  readonly template: JobMachineTemplate;

  /** ARN of the instance profile. */
  readonly profileArn: string;

  /** Of the private tier. */
  readonly subnetIds: readonly string[];

  /** Of machines: what they may ask. */
  readonly securityGroupIds: readonly string[];

  /** Of machines. */
  readonly tags: Readonly<Record<string, string>>;

  /** The rights of machines, which have to be there while there is one. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** @see https://docs.aws.amazon.com/batch/latest/APIReference/API_Ec2Configuration.html (Amazon Linux 2 is not made any more) */
const imageType = ({ gpus }: Pick<Batch, "gpus">): string =>
  gpus === 0 ? "ECS_AL2023" : "ECS_AL2023_NVIDIA";

/** @see https://docs.aws.amazon.com/batch/latest/userguide/allocation-strategies.html */
const BOUGHT = {
  spot: { type: "SPOT", allocationStrategy: "SPOT_PRICE_CAPACITY_OPTIMIZED" },
  onDemand: { type: "EC2", allocationStrategy: "BEST_FIT_PROGRESSIVE" },
} as const satisfies Readonly<Record<Capacity, object>>;

/** Minutes that running jobs are given when machines are replaced; Batch takes 360 at most. */
const MOST_MINUTES = 360;

/**
 * Machines that are there while there is a job. Batch makes them with a role of its own, which is why no other is named: an environment
 * with one cannot be changed in its place. One of another name takes its place before it goes, where it has to be replaced.
 *
 * @see https://docs.aws.amazon.com/batch/latest/userguide/updating-compute-environments.html
 */
export class ComputeEnvironment extends Construct {
  readonly environment: BatchComputeEnvironment;

  constructor(scope: Construct, id: string, props: ComputeEnvironmentProps) {
    super(scope, id);
    const { start, workload, dependsOn } = props;
    this.environment = new BatchComputeEnvironment(this, MAIN, {
      ...{ computeEnvironmentNamePrefix: start, type: "MANAGED", state: "ENABLED" },
      computeResources: computeResources(props),
      updatePolicy: {
        terminateJobsOnUpdate: false,
        jobExecutionTimeoutMinutes: Math.min(MOST_MINUTES, Math.ceil(workload.timeoutSeconds / 60)),
      },
      dependsOn: [...dependsOn],
      lifecycle: { createBeforeDestroy: true },
    });
  }
}

const computeResources = (props: ComputeEnvironmentProps) => ({
  ...BOUGHT[props.capacity],
  ...{ minVcpus: 0, maxVcpus: props.workload.maxVcpus },
  instanceType: [...props.workload.types],
  instanceRole: props.profileArn,
  subnets: [...props.subnetIds],
  securityGroupIds: [...props.securityGroupIds],
  launchTemplate: {
    launchTemplateId: props.template.template.id,
    version: props.template.version,
  },
  ec2Configuration: [{ imageType: imageType(props.workload) }],
  tags: { ...props.tags },
});
