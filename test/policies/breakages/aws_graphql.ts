import { breakagesOf } from "./notation";

const { set, removed } = breakagesOf("aws_graphql");

const API = "aws_appsync_graphql_api.reviews";
const ROLE = "arn:aws:iam::123456789012:role/reviews-logs";

export const awsGraphql = [
  set("AWS-APPSYNC-001", API, "authentication_type", "API_KEY", "authentication_type"),
  set("AWS-APPSYNC-001", API, "additional_authentication_provider", [
    { authentication_type: "API_KEY" },
  ]),
  set("AWS-APPSYNC-002", API, "log_config", [], "log_config"),
  set("AWS-APPSYNC-002", API, "log_config", [
    { cloudwatch_logs_role_arn: ROLE, field_log_level: "NONE", exclude_verbose_content: true },
  ]),
  set("AWS-APPSYNC-003", API, "log_config", [
    { cloudwatch_logs_role_arn: ROLE, field_log_level: "ERROR", exclude_verbose_content: false },
  ]),
  set("AWS-APPSYNC-004", API, "introspection_config", "ENABLED", "introspection_config"),
  set("AWS-APPSYNC-005", API, "query_depth_limit", 0, "query_depth_limit"),
  set("AWS-APPSYNC-005", API, "resolver_count_limit", undefined, "resolver_count_limit"),
  removed("AWS-APPSYNC-006", API, "aws_wafv2_web_acl_association.web"),
  set("AWS-APPSYNC-007", API, "xray_enabled", false, "xray_enabled"),
];
