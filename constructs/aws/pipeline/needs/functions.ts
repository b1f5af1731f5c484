import {
  anywhere,
  KEY_OF_WHAT_IS_MADE,
  LINKED,
  LINKED_ROLE,
  LOG_DELIVERY,
  SERVED,
  type Needs,
  type NeedsByType,
} from "./needs";

const api = (also: readonly string[] = []): Needs => ({
  ...{ on: "apis", read: ["apigateway:GET"], write: ["apigateway:DELETE", "apigateway:POST"] },
  ...{ also: ["apigateway:PATCH", ...also], source: "seen" },
});

/** What answers requests and handles events. */
export const FUNCTIONS: NeedsByType = {
  aws_apigatewayv2_api_mapping: {
    ...{
      on: "apiDomains",
      read: ["apigateway:GET"],
      write: ["apigateway:DELETE", "apigateway:POST"],
    },
    ...{ also: ["apigateway:PATCH"], source: "reference" },
  },
  aws_apigatewayv2_domain_name: {
    ...{
      on: "apiDomains",
      read: ["apigateway:GET"],
      write: ["apigateway:DELETE", "apigateway:POST"],
    },
    ...{ also: ["apigateway:PATCH", "apigateway:TagResource", LINKED_ROLE], source: "reference" },
    elsewhere: LINKED,
  },
  aws_apigatewayv2_api: api(["apigateway:PUT", "apigateway:TagResource"]),
  aws_apigatewayv2_authorizer: api(),
  aws_apigatewayv2_integration: api(),
  aws_apigatewayv2_route: api(),
  aws_apigatewayv2_stage: {
    ...api(["apigateway:TagResource", ...LOG_DELIVERY]),
    elsewhere: anywhere(LOG_DELIVERY),
  },
  aws_appautoscaling_policy: {
    on: "scalableTargets",
    read: ["application-autoscaling:DescribeScalingPolicies"],
    write: [
      "application-autoscaling:DeleteScalingPolicy",
      "application-autoscaling:PutScalingPolicy",
    ],
    elsewhere: anywhere(["application-autoscaling:DescribeScalingPolicies"]),
    source: "seen",
  },
  aws_appautoscaling_target: {
    on: "scalableTargets",
    read: [
      "application-autoscaling:DescribeScalableTargets",
      "application-autoscaling:ListTagsForResource",
    ],
    write: [
      "application-autoscaling:DeregisterScalableTarget",
      "application-autoscaling:RegisterScalableTarget",
    ],
    also: [
      "application-autoscaling:TagResource",
      "application-autoscaling:UntagResource",
      LINKED_ROLE,
    ],
    elsewhere: {
      ...LINKED,
      ...anywhere(["application-autoscaling:DescribeScalableTargets"]),
      "application-autoscaling:RegisterScalableTarget": ["created", "scalableTargets"],
      "application-autoscaling:TagResource": ["created", "scalableTargets"],
    },
    source: "seen",
  },
  /** What the tool keeps in its state by itself: no cloud is asked. */
  terraform_data: { on: "apis", read: [], write: [], source: "reference" },
  aws_lambda_alias: {
    on: "functions",
    read: ["lambda:GetAlias"],
    write: ["lambda:CreateAlias", "lambda:DeleteAlias"],
    also: ["lambda:UpdateAlias"],
    source: "seen",
  },
  aws_lambda_event_source_mapping: {
    on: "mappings",
    read: ["lambda:GetEventSourceMapping", "lambda:ListTags"],
    write: ["lambda:CreateEventSourceMapping", "lambda:DeleteEventSourceMapping"],
    also: ["lambda:TagResource", "lambda:UntagResource", "lambda:UpdateEventSourceMapping"],
    elsewhere: {
      "lambda:CreateEventSourceMapping": ["created"],
      "lambda:TagResource": ["created", "mappings"],
    },
    source: "seen",
  },
  aws_lambda_function: {
    on: "functions",
    read: [
      "lambda:GetFunction",
      "lambda:GetFunctionCodeSigningConfig",
      "lambda:ListVersionsByFunction",
    ],
    write: ["lambda:CreateFunction", "lambda:DeleteFunction", "lambda:PutFunctionConcurrency"],
    also: [
      "lambda:DeleteFunctionConcurrency",
      "lambda:GetFunctionConfiguration",
      "lambda:PublishVersion",
      "lambda:TagResource",
      "lambda:UntagResource",
      "lambda:UpdateFunctionCode",
      "lambda:UpdateFunctionConfiguration",
      ...KEY_OF_WHAT_IS_MADE,
    ],
    elsewhere: SERVED,
    source: "seen",
  },
  aws_lambda_permission: {
    on: "functions",
    read: ["lambda:GetPolicy"],
    write: ["lambda:AddPermission", "lambda:RemovePermission"],
    source: "seen",
  },
  aws_lambda_provisioned_concurrency_config: {
    on: "functions",
    read: ["lambda:GetProvisionedConcurrencyConfig"],
    write: ["lambda:DeleteProvisionedConcurrencyConfig", "lambda:PutProvisionedConcurrencyConfig"],
    source: "reference",
  },
};
