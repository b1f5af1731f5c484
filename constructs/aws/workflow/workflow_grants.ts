import { logGroupArn, type Location } from "../arn";
import { via, WRITE_TRACES } from "../grants";
import type { Grantee } from "../identity/grantee";
import type { Grant, Statement } from "../policy";

export interface GrantedWorkflow {
  /** Composed from the name, so that it is known when a plan is made. */
  readonly arn: string;
  readonly location: Location;
  readonly encryptionKeyArn: string;
}

/** What is encrypted of one machine says whose it is. @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html */
const OWN = "kms:EncryptionContext:aws:states:stateMachineArn";

const USE_OWN_KEY = ["kms:Decrypt", "kms:GenerateDataKey"] as const;

/** Whatever log of the account: that is what the service that delivers logs names as the source of what it encrypts. */
const deliveredLogs = (location: Location): string =>
  logGroupArn(location, "*").replace("log-group:", "");

/**
 * AWS knows no resource for what sets up the delivery of a log: `*` is the only one it takes. That the log may be written is said by a
 * policy of the account's logs ({@link WorkflowLogDelivery}), not by the role, which could write any.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export const DELIVER_LOGS: Grant = {
  sid: "DeliverLogs",
  actions: [
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:UpdateLogDelivery",
  ],
  resources: ["*"],
};

/** What a state machine does with its role: calls its function, writes its log and traces, and uses its own key. */
export const runGrants = ({
  arn,
  location,
  encryptionKeyArn,
  functionArn,
}: GrantedWorkflow & { readonly functionArn: string }): readonly Grant[] => [
  { sid: "CallSteps", actions: ["lambda:InvokeFunction"], resources: [functionArn] },
  DELIVER_LOGS,
  {
    sid: "FindLogs",
    actions: ["logs:DescribeLogGroups"],
    resources: [logGroupArn(location, "*")],
  },
  WRITE_TRACES,
  {
    sid: "SampleTraces",
    actions: ["xray:GetSamplingRules", "xray:GetSamplingTargets"],
    resources: ["*"],
  },
  {
    sid: "EncryptExecutions",
    actions: USE_OWN_KEY,
    resources: [encryptionKeyArn],
    conditions: { StringEquals: { [OWN]: arn } },
  },
  {
    sid: "EncryptDeliveredLogs",
    actions: ["kms:GenerateDataKey"],
    resources: [encryptionKeyArn],
    conditions: { StringEquals: { "kms:EncryptionContext:SourceArn": deliveredLogs(location) } },
  },
];

/** What delivers logs reads what the machine encrypted for it. */
export const deliveryMayDecrypt = (location: Location): Statement => ({
  sid: "DeliverLogs",
  principals: { Service: "delivery.logs.amazonaws.com" },
  actions: ["kms:Decrypt"],
  resources: ["*"],
  conditions: {
    StringEquals: { "aws:SourceAccount": location.account },
    ArnLike: { "aws:SourceArn": deliveredLogs(location) },
  },
});

/** Who may start executions, and use the machine's key as far as that takes it. */
export class WorkflowGrants {
  constructor(private readonly on: GrantedWorkflow) {}

  /** Of what they are for. */
  get arn(): string {
    return this.on.arn;
  }

  start(grantee: Grantee): void {
    const { arn, location, encryptionKeyArn } = this.on;
    const { StringEquals } = via("states", location);
    grantee.allow(
      { sid: "StartExecutions", actions: ["states:StartExecution"], resources: [arn] },
      {
        sid: "EncryptInput",
        actions: USE_OWN_KEY,
        resources: [encryptionKeyArn],
        conditions: { StringEquals: { ...StringEquals, [OWN]: arn } },
      },
    );
  }
}
