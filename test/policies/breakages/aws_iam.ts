import { breakagesOf, document } from "./notation";

const { set, added } = breakagesOf("aws_iam");

const POLICY = "aws_iam_policy.deploy";
const ROLE_POLICY = "aws_iam_role_policy.function";
const ATTACHMENT = "aws_iam_role_policy_attachment.deploy";

/** A policy with one statement that allows what it must not. */
const allowing = (id: string, address: string, statement: object) =>
  set(id, address, "policy", document(statement), "policy");

/** A role that trusts whom it must not. */
const trusting = (id: string, address: string, statement: object) => {
  const text = document({ Action: "sts:AssumeRole", Resource: undefined, ...statement });
  return set(id, address, "assume_role_policy", text, "assume_role_policy");
};

const PASSWORDS = "aws_iam_account_password_policy.account";

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
  allowing("AWS-IAM-011", "aws_sns_topic_policy.images", {
    Action: "sns:Publish",
    Principal: { Service: "s3.amazonaws.com" },
    Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::orders-images" } },
  }),
  allowing("AWS-IAM-011", "aws_sqs_queue_policy.images", {
    Action: "sqs:SendMessage",
    Principal: { Service: "sns.amazonaws.com" },
  }),
  set("AWS-IAM-012", "aws_lambda_permission.images", "source_account", null),
  trusting("AWS-IAM-013", "aws_iam_role.flow_logs", {
    Principal: { Service: "vpc-flow-logs.amazonaws.com" },
  }),
  trusting("AWS-IAM-014", "aws_iam_role.deploy", {
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: {
      Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
    },
    Condition: {
      StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
      StringLike: { "token.actions.githubusercontent.com:sub": "repo:example/*" },
    },
  }),
  trusting("AWS-IAM-015", "aws_iam_role.operator", {
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
  }),
  added("AWS-IAM-016", "aws_iam_user.jane", { name: "jane" }),
  added("AWS-IAM-017", "aws_iam_access_key.ci", { user: "ci" }),
  added("AWS-IAM-018", "aws_iam_user_login_profile.jane", { user: "jane" }),
  added("AWS-IAM-019", "aws_iam_user_policy_attachment.jane", {
    user: "jane",
    policy_arn: "arn:aws:iam::123456789012:policy/orders",
  }),
  set(
    "AWS-IAM-020",
    ATTACHMENT,
    "policy_arn",
    "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
  ),
  set("AWS-IAM-021", ATTACHMENT, "policy_arn", "arn:aws:iam::aws:policy/AmazonS3FullAccess"),
  set("AWS-IAM-022", PASSWORDS, "minimum_password_length", 8, "minimum_password_length"),
  set("AWS-IAM-022", PASSWORDS, "require_symbols", false),
  set("AWS-IAM-023", "aws_iam_role.auditor", "max_session_duration", 43200, "max_session_duration"),
  set(
    "AWS-IAM-024",
    "aws_sqs_queue_policy.images",
    "policy",
    document({ Effect: "Deny", Action: "sqs:*", Principal: "*" }),
    "policy",
  ),
  added("AWS-IAM-025", "aws_iam_group_policy.admins", { group: "admins", policy: "{}" }),
  set("AWS-IAM-026", "aws_vpc_endpoint.objects", "policy", null),
  allowing("AWS-IAM-027", "aws_sns_topic_policy.images", {
    Action: "sns:Subscribe",
    Principal: { AWS: "arn:aws:iam::210987654321:root" },
    Resource: "arn:aws:sns:eu-west-1:123456789012:orders-images",
  }),
];
