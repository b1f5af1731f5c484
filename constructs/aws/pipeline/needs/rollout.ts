import type { NeedsByType } from "./needs";

/**
 * Who applies starts what hands calls over (docs/rollouts.md): AWS asks for these four of whoever does.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/auth-and-access-control-permissions-reference.html
 */
const STARTS = [
  "codedeploy:CreateDeployment",
  "codedeploy:GetApplicationRevision",
  "codedeploy:GetDeploymentConfig",
  "codedeploy:RegisterApplicationRevision",
];

/** What hands a function's calls over from version to version. */
export const ROLLOUT: NeedsByType = {
  aws_codedeploy_app: {
    on: "deployments",
    read: ["codedeploy:GetApplication", "codedeploy:ListTagsForResource"],
    write: ["codedeploy:CreateApplication", "codedeploy:DeleteApplication"],
    also: ["codedeploy:TagResource", "codedeploy:UntagResource", "codedeploy:UpdateApplication"],
    source: "reference",
  },
  aws_codedeploy_deployment_config: {
    on: "deployments",
    read: ["codedeploy:GetDeploymentConfig"],
    write: ["codedeploy:CreateDeploymentConfig", "codedeploy:DeleteDeploymentConfig"],
    source: "reference",
  },
  aws_codedeploy_deployment_group: {
    on: "deployments",
    read: ["codedeploy:GetDeploymentGroup", "codedeploy:ListTagsForResource"],
    write: ["codedeploy:CreateDeploymentGroup", "codedeploy:DeleteDeploymentGroup"],
    also: [
      "codedeploy:TagResource",
      "codedeploy:UntagResource",
      "codedeploy:UpdateDeploymentGroup",
      ...STARTS,
    ],
    source: "reference",
  },
};
