import { anywhere, KEY_OF_WHAT_IS_MADE, LOG_DELIVERY, SERVED, type NeedsByType } from "./needs";

/** Asked of a definition before anything is made of it; IAM knows no machine then. */
const CHECK = "states:ValidateStateMachineDefinition";

/** What runs steps. @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html */
export const WORKFLOWS: NeedsByType = {
  aws_sfn_state_machine: {
    on: "stateMachines",
    read: [
      "states:DescribeStateMachine",
      "states:ListStateMachineVersions",
      "states:ListTagsForResource",
      CHECK,
    ],
    write: ["states:CreateStateMachine", "states:DeleteStateMachine"],
    also: [
      "states:TagResource",
      "states:UntagResource",
      "states:UpdateStateMachine",
      ...LOG_DELIVERY,
      ...KEY_OF_WHAT_IS_MADE,
    ],
    elsewhere: { ...SERVED, ...anywhere([CHECK, ...LOG_DELIVERY]) },
    source: "seen",
  },
};
