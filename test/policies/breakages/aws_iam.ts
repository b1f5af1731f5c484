import { breakagesOf, document } from "./notation";

const { set } = breakagesOf("aws_iam");

const POLICY = "aws_iam_policy.deploy";
const ROLE_POLICY = "aws_iam_role_policy.function";
const ATTACHMENT = "aws_iam_role_policy_attachment.deploy";

/** A policy with one statement that allows what it must not. */
const allowing = (id: string, address: string, statement: object) =>
  set(id, address, "policy", document(statement), "policy");

export const awsIam = [
  allowing("AWS-IAM-001", POLICY, { Action: "s3:Get*", Resource: "arn:aws:s3:::orders-images/*" }),
  allowing("AWS-IAM-001", ROLE_POLICY, { NotAction: "iam:*" }),
  allowing("AWS-IAM-002", "aws_ecr_repository_policy.images", {
    Action: "ecr:BatchGetImage",
    Principal: { AWS: "*" },
    Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
  }),
  allowing("AWS-IAM-002", "aws_sns_topic_policy.images", {
    Action: "sns:Publish",
    NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" },
  }),
  allowing("AWS-IAM-003", POLICY, { Action: "lambda:PublishVersion" }),
  set("AWS-IAM-004", ATTACHMENT, "policy_arn", "arn:aws:iam::aws:policy/AdministratorAccess"),
  set("AWS-IAM-004", "aws_iam_role.function", "managed_policy_arns", [
    "arn:aws:iam::aws:policy/IAMFullAccess",
  ]),
  allowing("AWS-IAM-005", POLICY, { Action: "*" }),
  allowing("AWS-IAM-005", ROLE_POLICY, { Action: ["iam:*"] }),
  set("AWS-IAM-005", "aws_iam_role.function", "inline_policy", [
    { name: "all", policy: document({ Action: "*" }) },
  ]),
  allowing("AWS-IAM-006", POLICY, { Action: ["iam:PassRole", "ec2:RunInstances"] }),
  allowing("AWS-IAM-006", ROLE_POLICY, { Action: "iam:PutRole*" }),
  allowing("AWS-IAM-007", POLICY, {
    Action: "iam:PassRole",
    Resource: "arn:aws:iam::123456789012:role/orders-images",
  }),
  allowing("AWS-IAM-008", POLICY, {
    Action: "sts:AssumeRole",
    Resource: "arn:aws:iam::*:role/deploy",
  }),
  allowing("AWS-IAM-009", ROLE_POLICY, { Action: "secretsmanager:GetSecretValue" }),
  allowing("AWS-IAM-010", POLICY, { Action: ["kms:PutKeyPolicy", "s3:PutBucketPolicy"] }),
];
