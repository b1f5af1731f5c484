import { DlmLifecyclePolicy } from "@cdktf/provider-aws/lib/dlm-lifecycle-policy";
import { Construct } from "constructs";
import type { MachineNames, Tags } from "../../../model/names";
import type { Snapshots } from "../../../model/workloads/machines/settled";
import { MAIN } from "../../logical_id";
import { instanceArns, lifecyclePolicyArns, snapshotArns, volumeArns, type Location } from "../arn";
import { GrantedRole } from "../identity/granted_role";
import { takenFor } from "../identity/trust";
import type { Grant } from "../policy";

export interface VolumeSnapshotsProps {
  readonly names: MachineNames;

  readonly location: Location;

  /** What machines and disks are tagged with: nothing else is copied, and no other copy is deleted. */
  readonly tags: Tags;

  /** When copies are made, and how long they are kept. */
  readonly snapshots: Snapshots;
}

/** Copies of the disks that machines have beside the one that they start from: all of a machine's at one moment, once a day. */
export class VolumeSnapshots extends Construct {
  readonly policy: DlmLifecyclePolicy;

  constructor(scope: Construct, id: string, props: VolumeSnapshotsProps) {
    super(scope, id);
    const { names, location, snapshots } = props;
    const role = new GrantedRole(this, "role", {
      name: names.snapshotRole,
      description: `Copies the volumes of ${names.group}.`,
      trust: takenFor("dlm.amazonaws.com", location, lifecyclePolicyArns(location)),
      grants: copyVolumes(props),
    });
    this.policy = new DlmLifecyclePolicy(this, MAIN, {
      // Letters, digits, spaces, dashes and underscores alone.
      description: `Copies the volumes of ${names.group}`,
      executionRoleArn: role.role.arn,
      state: "ENABLED",
      policyDetails: details(names.group, snapshots),
      dependsOn: role.policies,
    });
  }
}

/** Of machines, not of disks one by one: what an application keeps on several is copied as it was at one moment. */
const details = (group: string, { time, keepDays }: Snapshots) => ({
  resourceTypes: ["INSTANCE"],
  targetTags: { Name: group },
  parameters: { excludeBootVolume: true },
  schedule: [
    {
      name: "daily",
      createRule: { interval: 24, intervalUnit: "HOURS", times: [time] },
      retainRule: { interval: keepDays, intervalUnit: "DAYS" },
      copyTags: true,
    },
  ],
});

/**
 * Of `AWSDataLifecycleManagerServiceRole` what copies disks of these machines, and deletes those copies.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/managed-policies.html
 */
function copyVolumes({ location, tags }: VolumeSnapshotsProps): Grant[] {
  const own = {
    StringEquals: {
      "aws:ResourceTag/environment": tags.environment,
      "aws:ResourceTag/service": tags.service,
    },
  };
  const create = ["ec2:CreateSnapshot", "ec2:CreateSnapshots"];
  return [
    {
      sid: "CopyVolumes",
      actions: create,
      resources: [instanceArns(location), volumeArns(location)],
      conditions: own,
    },
    {
      sid: "MakeSnapshots",
      actions: [...create, "ec2:CreateTags"],
      resources: [snapshotArns(location)],
      conditions: { ArnLike: { "ec2:ParentVolume": volumeArns(location) } },
    },
    {
      sid: "DeleteSnapshots",
      actions: ["ec2:DeleteSnapshot"],
      resources: [snapshotArns(location)],
      conditions: own,
    },
    {
      sid: "Look",
      actions: ["ec2:DescribeInstances", "ec2:DescribeSnapshots", "ec2:DescribeVolumes"],
      resources: ["*"],
    },
  ];
}
