import { breakagesOf } from "./notation";

const { set } = breakagesOf("aws_rollout");

const GROUP = "aws_codedeploy_deployment_group.orders";
const ROLLBACK = "auto_rollback_configuration";
const ALARMS = "alarm_configuration";
const NAMED = { enabled: true, alarms: ["burn"] };

export const awsRollout = [
  set("AWS-CODEDEPLOY-001", GROUP, ROLLBACK, [], ROLLBACK),
  set("AWS-CODEDEPLOY-001", GROUP, ROLLBACK, [{ enabled: true, events: ["DEPLOYMENT_FAILURE"] }]),
  set("AWS-CODEDEPLOY-002", GROUP, ALARMS, [], ALARMS),
  set("AWS-CODEDEPLOY-002", GROUP, ALARMS, [{ ...NAMED, ignore_poll_alarm_failure: true }]),
];
