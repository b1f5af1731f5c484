import { breakagesOf } from "./notation";

const { set, removed } = breakagesOf("aws_edge");

const LB = "aws_lb.web";
const SITE = "aws_cloudfront_distribution.site";
const ACL = "aws_wafv2_web_acl.web";
const API = "aws_apigatewayv2_api.orders";
const STAGE = "aws_apigatewayv2_stage.live";
const SETTINGS = "aws_api_gateway_method_settings.old";
const POOL = "aws_cognito_user_pool.users";
const CLIENT = "aws_cognito_user_pool_client.shop";

const behaviour = (viewer_protocol_policy: string) => ({
  ...{ allowed_methods: ["GET", "HEAD"], cached_methods: ["GET", "HEAD"] },
  ...{ target_origin_id: "site", viewer_protocol_policy },
});

const origin = (origin_protocol_policy: string) => ({
  ...{ origin_id: "api", domain_name: "api.example.com" },
  custom_origin_config: [
    { http_port: 80, https_port: 443, origin_protocol_policy, origin_ssl_protocols: ["TLSv1.2"] },
  ],
});

const counting = {
  ...{ name: "common", priority: 1, override_action: [{ count: [{}] }] },
  statement: [{ managed_rule_group_statement: [{ name: "Common", vendor_name: "AWS" }] }],
  visibility_config: [
    { cloudwatch_metrics_enabled: true, metric_name: "common", sampled_requests_enabled: true },
  ],
};

const balancers = [
  set(
    "AWS-LB-001",
    "aws_lb_listener.http",
    "default_action",
    [{ type: "forward", target_group_arn: "arn" }],
    "default_action",
  ),
  set("AWS-LB-002", "aws_lb_listener.https", "ssl_policy", undefined, "ssl_policy"),
  set("AWS-LB-003", LB, "drop_invalid_header_fields", false, "drop_invalid_header_fields"),
  set("AWS-LB-004", LB, "desync_mitigation_mode", "monitor", "desync_mitigation_mode"),
  set("AWS-LB-005", LB, "enable_deletion_protection", false, "enable_deletion_protection"),
  set("AWS-LB-006", "aws_lb.packets", "access_logs", [], "access_logs"),
  removed("AWS-LB-007", LB, "aws_wafv2_web_acl_association.web"),
  set("AWS-LB-008", "aws_lb_target_group.web", "health_check", [], "health_check"),
  set("AWS-LB-009", "aws_lb.packets", "subnets", ["subnet-0a"]),
  set(
    "AWS-LB-010",
    "aws_lb.packets",
    "enable_cross_zone_load_balancing",
    false,
    "enable_cross_zone_load_balancing",
  ),
  set(
    "AWS-LB-011",
    "aws_s3_bucket_server_side_encryption_configuration.logs",
    "rule",
    [
      {
        apply_server_side_encryption_by_default: [
          { sse_algorithm: "aws:kms", kms_master_key_id: "alias/logs" },
        ],
        bucket_key_enabled: true,
      },
    ],
    "rule",
  ),
  set("AWS-GA-001", "aws_globalaccelerator_accelerator.web", "attributes", [], "attributes"),
];

const distributions = [
  set("AWS-CLOUDFRONT-001", SITE, "default_cache_behavior", [behaviour("allow-all")]),
  set(
    "AWS-CLOUDFRONT-002",
    SITE,
    "viewer_certificate",
    [{ cloudfront_default_certificate: true }],
    "viewer_certificate",
  ),
  set("AWS-CLOUDFRONT-003", SITE, "origin", [origin("http-only")]),
  set("AWS-CLOUDFRONT-004", SITE, "origin", [
    {
      ...{ origin_id: "site", domain_name: "site.s3.eu-west-1.amazonaws.com" },
      origin_access_control_id: "",
    },
  ]),
  set("AWS-CLOUDFRONT-005", SITE, "web_acl_id", ""),
  removed("AWS-CLOUDFRONT-006", SITE, "aws_cloudwatch_log_delivery_source.site"),
  set("AWS-LAMBDA-021", "aws_lambda_function.missing", "timeout", 31),
];

const acls = [
  set("AWS-WAF-001", ACL, "rule", [], "rule"),
  set("AWS-WAF-002", ACL, "rule", [counting], "rule"),
  set("AWS-WAF-003", ACL, "rule", [counting], "rule"),
  set("AWS-WAF-004", ACL, "rule", [counting], "rule"),
  removed("AWS-WAF-005", ACL, "aws_wafv2_web_acl_logging_configuration.web"),
];

const apis = [
  set("AWS-APIGW-001", STAGE, "default_route_settings", [], "default_route_settings"),
  set("AWS-APIGW-001", SETTINGS, "settings", [{ throttling_rate_limit: -1 }], "settings"),
  set("AWS-APIGW-002", STAGE, "access_log_settings", [], "access_log_settings"),
  set("AWS-APIGW-003", "aws_apigatewayv2_route.all", "authorization_type", "NONE"),
  set("AWS-APIGW-003", "aws_api_gateway_method.old", "authorization", "NONE", "authorization"),
  set("AWS-APIGW-004", "aws_apigatewayv2_authorizer.users", "jwt_configuration", [
    { issuer: "https://login.example.com", audience: [] },
  ]),
  set(
    "AWS-APIGW-005",
    API,
    "cors_configuration",
    [{ allow_credentials: true, allow_origins: ["*"] }],
    "cors_configuration",
  ),
  set(
    "AWS-APIGW-006",
    "aws_api_gateway_domain_name.old",
    "security_policy",
    "TLS_1_0",
    "security_policy",
  ),
  set("AWS-APIGW-007", SETTINGS, "settings", [{ caching_enabled: true }], "settings"),
  set(
    "AWS-APIGW-008",
    "aws_api_gateway_stage.old",
    "xray_tracing_enabled",
    false,
    "xray_tracing_enabled",
  ),
];

const users = [
  set("AWS-COGNITO-001", POOL, "mfa_configuration", "OFF", "mfa_configuration"),
  set("AWS-COGNITO-002", POOL, "password_policy", [{ minimum_length: 6 }], "password_policy"),
  set("AWS-COGNITO-003", POOL, "deletion_protection", "INACTIVE", "deletion_protection"),
  set("AWS-COGNITO-004", CLIENT, "prevent_user_existence_errors", "LEGACY"),
  set("AWS-COGNITO-005", CLIENT, "allowed_oauth_flows", ["implicit"], "allowed_oauth_flows"),
  set(
    "AWS-COGNITO-006",
    "aws_cognito_identity_pool.users",
    "allow_unauthenticated_identities",
    true,
    "allow_unauthenticated_identities",
  ),
];

export const awsEdge = [...balancers, ...distributions, ...acls, ...apis, ...users];
