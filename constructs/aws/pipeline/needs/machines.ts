import { anywhere, LINKED, LINKED_ROLE, type NeedsByType } from "./needs";

const LOOK_AT_TARGETS = "elasticloadbalancing:DescribeTargetHealth";

/** Machines of a group, what they are like, what makes them more and fewer, and copies of their disks. */
export const MACHINES: NeedsByType = {
  aws_autoscaling_group: {
    on: "machineGroups",
    read: ["autoscaling:DescribeAutoScalingGroups"],
    write: [
      "autoscaling:CreateAutoScalingGroup",
      "autoscaling:DeleteAutoScalingGroup",
      "autoscaling:EnableMetricsCollection",
      "autoscaling:UpdateAutoScalingGroup",
    ],
    // AWS asks whether who names a template may start what it says; the provider waits until as many as there are at least answer.
    also: [
      "autoscaling:AttachTrafficSources",
      "autoscaling:CancelInstanceRefresh",
      "autoscaling:CreateOrUpdateTags",
      "autoscaling:DeleteTags",
      "autoscaling:DescribeInstanceRefreshes",
      "autoscaling:DescribeScalingActivities",
      "autoscaling:DetachTrafficSources",
      "autoscaling:DisableMetricsCollection",
      "autoscaling:SetDesiredCapacity",
      "autoscaling:SetInstanceProtection",
      "autoscaling:StartInstanceRefresh",
      "autoscaling:TerminateInstanceInAutoScalingGroup",
      "ec2:CreateTags",
      "ec2:RunInstances",
      LOOK_AT_TARGETS,
      LINKED_ROLE,
    ],
    elsewhere: {
      ...anywhere([
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeInstanceRefreshes",
        "autoscaling:DescribeScalingActivities",
        LOOK_AT_TARGETS,
      ]),
      "ec2:CreateTags": ["newMachineTags"],
      "ec2:RunInstances": ["machineImages", "networkParts", "newMachines"],
      ...LINKED,
    },
    source: "seen",
  },
  aws_autoscaling_policy: {
    on: "machineGroups",
    read: ["autoscaling:DescribePolicies"],
    write: ["autoscaling:DeletePolicy", "autoscaling:PutScalingPolicy"],
    elsewhere: anywhere(["autoscaling:DescribePolicies"]),
    source: "seen",
  },
  aws_dlm_lifecycle_policy: {
    on: "snapshotPolicies",
    read: ["dlm:GetLifecyclePolicy"],
    write: ["dlm:CreateLifecyclePolicy", "dlm:DeleteLifecyclePolicy"],
    also: ["dlm:TagResource", "dlm:UntagResource", "dlm:UpdateLifecyclePolicy"],
    elsewhere: {
      "dlm:CreateLifecyclePolicy": ["created"],
      "dlm:TagResource": ["created", "snapshotPolicies"],
    },
    source: "reference",
  },
  aws_iam_instance_profile: {
    on: "machineProfiles",
    // The provider looks whether the profile's role is still there.
    read: ["iam:GetInstanceProfile", "iam:GetRole"],
    write: [
      "iam:AddRoleToInstanceProfile",
      "iam:CreateInstanceProfile",
      "iam:DeleteInstanceProfile",
      "iam:RemoveRoleFromInstanceProfile",
    ],
    also: ["iam:TagInstanceProfile", "iam:UntagInstanceProfile"],
    elsewhere: { "iam:GetRole": ["roles"] },
    source: "seen",
  },
  aws_launch_template: {
    on: "networkParts",
    // A parameter of AWS says which image is the newest, and is asked when a plan is made.
    read: ["ec2:DescribeLaunchTemplateVersions", "ec2:DescribeLaunchTemplates", "ssm:GetParameter"],
    write: ["ec2:CreateLaunchTemplate", "ec2:DeleteLaunchTemplate"],
    also: [
      "ec2:CreateLaunchTemplateVersion",
      "ec2:CreateTags",
      "ec2:DeleteTags",
      "ec2:ModifyLaunchTemplate",
    ],
    elsewhere: {
      ...anywhere(["ec2:DescribeLaunchTemplateVersions", "ec2:DescribeLaunchTemplates"]),
      "ec2:CreateLaunchTemplate": ["newTemplates"],
      "ec2:CreateTags": ["networkParts", "newMachineTags"],
      "ssm:GetParameter": ["imageParameters"],
    },
    source: "seen",
  },
};
