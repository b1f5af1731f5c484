import { anywhere, type Needs, type NeedsByType } from "./needs";

/** AWS makes a role of its own when a pool first sends by SES. */
const SENDER = "iam:CreateServiceLinkedRole";

const ofPool = (
  read: readonly string[],
  write: readonly string[],
  also: readonly string[],
): Needs => ({
  ...{ on: "userPools", read, write, also },
  source: "seen",
});

/** Users of an environment and what they sign in to: all of it is known by its pool, whose tag tells whose it is. */
export const SIGN_IN: NeedsByType = {
  aws_cognito_resource_server: ofPool(
    ["cognito-idp:DescribeResourceServer"],
    ["cognito-idp:CreateResourceServer", "cognito-idp:DeleteResourceServer"],
    ["cognito-idp:UpdateResourceServer"],
  ),
  aws_cognito_risk_configuration: {
    ...ofPool(["cognito-idp:DescribeRiskConfiguration"], ["cognito-idp:SetRiskConfiguration"], []),
    source: "reference",
  },
  aws_cognito_user_pool: {
    ...ofPool(
      ["cognito-idp:DescribeUserPool", "cognito-idp:GetUserPoolMfaConfig"],
      [
        "cognito-idp:CreateUserPool",
        "cognito-idp:DeleteUserPool",
        "cognito-idp:SetUserPoolMfaConfig",
      ],
      [
        "cognito-idp:TagResource",
        "cognito-idp:UntagResource",
        "cognito-idp:UpdateUserPool",
        SENDER,
      ],
    ),
    elsewhere: { "cognito-idp:CreateUserPool": ["created"], [SENDER]: ["senderRoles"] },
  },
  aws_cognito_user_pool_client: ofPool(
    ["cognito-idp:DescribeUserPoolClient"],
    ["cognito-idp:CreateUserPoolClient", "cognito-idp:DeleteUserPoolClient"],
    ["cognito-idp:UpdateUserPoolClient"],
  ),
  /**
   * Pages at a host of the zone take `cloudfront:UpdateDistribution` upon anything besides, to be made: a right that no pipeline gets.
   *
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
   */
  aws_cognito_user_pool_domain: {
    ...ofPool(
      ["cognito-idp:DescribeUserPoolDomain"],
      ["cognito-idp:CreateUserPoolDomain", "cognito-idp:DeleteUserPoolDomain"],
      ["cognito-idp:UpdateUserPoolDomain"],
    ),
    elsewhere: anywhere(["cognito-idp:DescribeUserPoolDomain"]),
  },
};
