import { anywhere, type Needs, type NeedsByType } from "./needs";

/**
 * To look at one's monitors is to look at all of the account's.
 *
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/accesscontrol-ad.html
 */
const anomaly = (what: "Monitor" | "Subscription"): Needs => ({
  on: "anomalies",
  read: [`ce:GetAnomaly${what}s`, "ce:ListTagsForResource"],
  write: [`ce:CreateAnomaly${what}`, `ce:DeleteAnomaly${what}`],
  also: ["ce:TagResource", "ce:UntagResource", `ce:UpdateAnomaly${what}`],
  elsewhere: {
    ...anywhere([`ce:GetAnomaly${what}s`]),
    [`ce:CreateAnomaly${what}`]: ["created"],
    "ce:TagResource": ["created", "anomalies"],
  },
  source: "reference",
});

/** What guards the cost of an environment. AWS Budgets names its rights otherwise than its calls. */
export const COST: NeedsByType = {
  aws_budgets_budget: {
    on: "budgets",
    read: ["budgets:ListTagsForResource", "budgets:ViewBudget"],
    write: ["budgets:ModifyBudget"],
    also: ["budgets:TagResource", "budgets:UntagResource"],
    source: "reference",
  },
  aws_ce_anomaly_monitor: anomaly("Monitor"),
  aws_ce_anomaly_subscription: anomaly("Subscription"),
  aws_sns_topic: {
    on: "topics",
    read: ["sns:GetTopicAttributes", "sns:ListTagsForResource"],
    write: ["sns:CreateTopic", "sns:DeleteTopic"],
    also: ["sns:SetTopicAttributes", "sns:TagResource", "sns:UntagResource"],
    source: "seen",
  },
  aws_sns_topic_policy: {
    on: "topics",
    read: ["sns:GetTopicAttributes"],
    write: ["sns:SetTopicAttributes"],
    source: "seen",
  },
};
