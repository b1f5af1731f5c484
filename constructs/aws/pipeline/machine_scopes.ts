import { instanceArns, partition, snapshotArns, volumeArns, iamArn } from "../arn";
import { named, namedIn, regional, tagged, toBeTagged, type Scope } from "./reach";

/** The calls that make machines and their templates and say their tags. */
const MAKES_MACHINES = ["CreateLaunchTemplate", "RunInstances"];

const ec2 = (...kinds: readonly string[]) => regional("ec2", ...kinds.map((kind) => `${kind}/*`));

/** Machines, and what they are made from. */
export const MACHINE_SCOPES = {
  /** What machines start from: AWS's own images, those of its marketplace, and the account's. */
  machineImages: {
    resources: ({ location: { region } }) => [`arn:${partition(region)}:ec2:${region}::image/*`],
    conditions: ({ location: { account } }) => ({
      StringEquals: { "ec2:Owner": ["amazon", "aws-marketplace", account] },
    }),
  },
  /** Parameters in which AWS says which image is the newest. */
  imageParameters: {
    resources: ({ location: { region } }) => [
      `arn:${partition(region)}:ssm:${region}::parameter/aws/service/*`,
    ],
  },
  /** AWS puts an id of its own before the name. */
  machineGroups: { resources: namedIn("autoscaling", "autoScalingGroup:*:autoScalingGroupName/") },
  machineProfiles: {
    resources: named(({ location }, name) => iamArn(location, `instance-profile/${name}`)),
  },
  newMachines: {
    resources: ec2("instance", "network-interface", "volume"),
    conditions: toBeTagged,
  },
  /** Tags that are said when something is made: on what stands already they would take it from somebody else. */
  newMachineTags: {
    resources: ec2("instance", "launch-template", "network-interface", "volume"),
    conditions: ({ environment }) => ({
      StringEquals: {
        "aws:RequestTag/environment": environment,
        "ec2:CreateAction": MAKES_MACHINES,
      },
    }),
  },
  newTemplates: { resources: ec2("launch-template"), conditions: toBeTagged },
  /** AWS names them, and their tag tells whose they are. */
  snapshotPolicies: { resources: regional("dlm", "policy/*"), conditions: tagged },
  /** Machines and disks of the environment. */
  copiedDisks: {
    resources: ({ location }) => [instanceArns(location), volumeArns(location)],
    conditions: tagged,
  },
  /** Copies of the account's disks, whose names AWS gives. */
  newSnapshots: {
    resources: ({ location }) => [snapshotArns(location)],
    conditions: ({ location }) => ({ ArnLike: { "ec2:ParentVolume": volumeArns(location) } }),
  },
  /** They have the tags of their disks. */
  snapshots: { resources: ({ location }) => [snapshotArns(location)], conditions: tagged },
  /** A machine registers itself, and has no id before it is there. */
  machinesThemselves: { resources: ({ location }) => [instanceArns(location)] },
} as const satisfies Readonly<Record<string, Scope>>;
