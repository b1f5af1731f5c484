import type { Needs, NeedsByType } from "./needs";

/** Of a rule, EventBridge knows the bus by its ARN. */
const rule = (needs: Pick<Needs, "read" | "write" | "also">): Needs => ({
  ...{ on: "eventRules", ...needs, source: "seen" },
});

/**
 * What services tell one another by.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
 */
export const EVENTS: NeedsByType = {
  aws_cloudwatch_event_archive: {
    on: "eventArchives",
    read: ["events:DescribeArchive"],
    write: ["events:CreateArchive", "events:DeleteArchive"],
    also: ["events:UpdateArchive"],
    elsewhere: { "events:CreateArchive": ["eventArchives", "eventBuses"] },
    source: "seen",
  },
  aws_cloudwatch_event_bus: {
    on: "eventBuses",
    read: ["events:DescribeEventBus", "events:ListTagsForResource"],
    write: ["events:CreateEventBus", "events:DeleteEventBus"],
    also: [
      "events:TagResource",
      "events:UntagResource",
      "events:UpdateEventBus",
      "kms:DescribeKey",
    ],
    elsewhere: { "kms:DescribeKey": ["keys"] },
    source: "seen",
  },
  aws_cloudwatch_event_rule: rule({
    read: ["events:DescribeRule", "events:ListTagsForResource"],
    write: ["events:DeleteRule", "events:PutRule"],
    also: ["events:TagResource", "events:UntagResource"],
  }),
  aws_cloudwatch_event_target: rule({
    read: ["events:ListTargetsByRule"],
    write: ["events:PutTargets", "events:RemoveTargets"],
  }),
  /** A schedule has no tags: its group has. What it holds is encrypted with a key of ours by whoever makes it. */
  aws_scheduler_schedule: {
    on: "schedules",
    read: ["scheduler:GetSchedule"],
    write: ["scheduler:CreateSchedule", "scheduler:DeleteSchedule"],
    also: [
      "scheduler:UpdateSchedule",
      ...["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
    ],
    elsewhere: {
      "kms:Decrypt": ["servedKeys"],
      "kms:DescribeKey": ["keys"],
      "kms:GenerateDataKey": ["servedKeys"],
    },
    source: "seen",
  },
  aws_scheduler_schedule_group: {
    on: "scheduleGroups",
    read: ["scheduler:GetScheduleGroup", "scheduler:ListTagsForResource"],
    write: ["scheduler:CreateScheduleGroup", "scheduler:DeleteScheduleGroup"],
    also: ["scheduler:TagResource", "scheduler:UntagResource"],
    source: "seen",
  },
  /** A subscription's ARN is its topic's and an id that AWS gives; IAM asks for the topic. */
  aws_sns_topic_subscription: {
    on: "topics",
    read: ["sns:GetSubscriptionAttributes", "sns:ListSubscriptionsByTopic"],
    write: ["sns:Subscribe", "sns:Unsubscribe"],
    also: ["sns:SetSubscriptionAttributes"],
    source: "seen",
  },
};
