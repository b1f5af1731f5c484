import type { NeedsByType } from "./needs";

/** Roles of services, which are made with the boundary alone; of the pipeline itself, reading. */
export const IDENTITY: NeedsByType = {
  aws_iam_openid_connect_provider: {
    on: "identityProviders",
    read: ["iam:GetOpenIDConnectProvider"],
    write: ["iam:CreateOpenIDConnectProvider", "iam:DeleteOpenIDConnectProvider"],
    source: "reference",
  },
  aws_iam_policy: {
    on: "policies",
    read: ["iam:GetPolicy", "iam:GetPolicyVersion", "iam:ListPolicyVersions"],
    write: ["iam:CreatePolicy", "iam:DeletePolicy"],
    source: "reference",
  },
  aws_iam_role: {
    on: "roles",
    read: [
      "iam:GetRole",
      "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies",
      "iam:ListRolePolicies",
    ],
    write: ["iam:CreateRole", "iam:DeleteRole", "iam:ListInstanceProfilesForRole"],
    also: [
      "iam:PutRolePermissionsBoundary",
      "iam:TagRole",
      "iam:UntagRole",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
      "iam:UpdateRoleDescription",
    ],
    elsewhere: {
      "iam:CreateRole": ["boundedRoles"],
      "iam:PutRolePermissionsBoundary": ["boundedRoles"],
    },
    source: "seen",
  },
  aws_iam_role_policy: {
    on: "roles",
    read: ["iam:GetRolePolicy"],
    write: ["iam:DeleteRolePolicy", "iam:PutRolePolicy"],
    elsewhere: {
      "iam:DeleteRolePolicy": ["boundedRoles"],
      "iam:PutRolePolicy": ["boundedRoles"],
    },
    source: "seen",
  },
  aws_iam_role_policy_attachment: {
    on: "roles",
    read: ["iam:ListAttachedRolePolicies"],
    write: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
    elsewhere: {
      "iam:AttachRolePolicy": ["boundedRoles"],
      "iam:DetachRolePolicy": ["boundedRoles"],
    },
    source: "reference",
  },
};
