import { anywhere, KEY_OF_WHAT_IS_MADE, LOG_DELIVERY, SERVED, type NeedsByType } from "./needs";

/** Logs and what alerts. */
export const WATCHING: NeedsByType = {
  aws_cloudwatch_log_group: {
    on: "logGroups",
    read: ["logs:DescribeLogGroups", "logs:ListTagsForResource"],
    write: ["logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy"],
    also: [
      "logs:AssociateKmsKey",
      "logs:DeleteRetentionPolicy",
      "logs:DisassociateKmsKey",
      "logs:TagResource",
      "logs:UntagResource",
    ],
    elsewhere: anywhere(["logs:DescribeLogGroups"]),
    source: "seen",
  },
  aws_cloudwatch_log_metric_filter: {
    on: "logGroups",
    read: ["logs:DescribeMetricFilters"],
    write: ["logs:DeleteMetricFilter", "logs:PutMetricFilter"],
    source: "seen",
  },
  aws_cloudwatch_log_resource_policy: {
    on: "anywhere",
    read: ["logs:DescribeResourcePolicies"],
    write: [],
    source: "reference",
  },
  aws_prometheus_alert_manager_definition: {
    on: "workspaces",
    read: ["aps:DescribeAlertManagerDefinition"],
    write: ["aps:CreateAlertManagerDefinition", "aps:DeleteAlertManagerDefinition"],
    also: ["aps:PutAlertManagerDefinition"],
    source: "reference",
  },
  aws_prometheus_rule_group_namespace: {
    on: "workspaces",
    read: ["aps:DescribeRuleGroupsNamespace"],
    write: ["aps:CreateRuleGroupsNamespace", "aps:DeleteRuleGroupsNamespace"],
    also: ["aps:PutRuleGroupsNamespace", "aps:TagResource", "aps:UntagResource"],
    source: "reference",
  },
  aws_prometheus_workspace: {
    on: "workspaces",
    read: ["aps:DescribeLoggingConfiguration", "aps:DescribeWorkspace"],
    write: [
      "aps:CreateLoggingConfiguration",
      "aps:CreateWorkspace",
      "aps:DeleteLoggingConfiguration",
      "aps:DeleteWorkspace",
    ],
    also: [
      "aps:TagResource",
      "aps:UntagResource",
      "aps:UpdateLoggingConfiguration",
      "aps:UpdateWorkspaceAlias",
      ...LOG_DELIVERY,
      ...KEY_OF_WHAT_IS_MADE,
    ],
    elsewhere: {
      ...anywhere(LOG_DELIVERY),
      ...SERVED,
      "aps:CreateWorkspace": ["created"],
      "aps:TagResource": ["created", "workspaces"],
    },
    source: "reference",
  },
};
