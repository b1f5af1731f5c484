import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { FlowLogTraffic } from "../../../model/network/declaration";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import { flowLogArns, logGroupArn, type Location } from "../arn";
import { takenFor } from "../identity/trust";
import { Key, logsMayUse } from "../key";
import { policyDocument } from "../policy";
import type { Site } from "./site";

export interface FlowLogsProps {
  readonly site: Site;

  /** Days between the order to delete the key of the flow logs and its deletion, 7 to 30. */
  readonly keyDeletionWindowDays: number;

  /** Let Terraform refuse to destroy the key, without which nobody reads the logs. */
  readonly preventDestroy: boolean;
}

const TRAFFIC: Readonly<Record<FlowLogTraffic, string>> = { all: "ALL", rejected: "REJECT" };

/** Who talked to whom in a network: kept in a log group under a key of its own. */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    const { vpc, plan, names } = props.site;
    const group = new CloudwatchLogGroup(this, "logs", {
      name: names.flowLogGroup,
      kmsKeyId: this.makeKey(props).arn,
      retentionInDays: plan.flowLogs.retentionDays,
    });
    new FlowLog(this, MAIN, {
      vpcId: vpc.id,
      trafficType: TRAFFIC[plan.flowLogs.traffic],
      logDestination: group.arn,
      iamRoleArn: this.makeRole(props.site, group).arn,
      tags: named(names.part("flows")),
    });
  }

  private makeKey({ site, keyDeletionWindowDays, preventDestroy }: FlowLogsProps): Key {
    const { names, location } = site;
    return new Key(this, "key", {
      alias: names.keyAlias("flows"),
      description: `Encrypts the flow logs of ${names.network}.`,
      location,
      statements: [logsMayUse([logGroupArn(location, names.flowLogGroup)], location)],
      deletionWindowDays: keyDeletionWindowDays,
      preventDestroy,
    });
  }

  private makeRole({ names, location }: Site, group: CloudwatchLogGroup): IamRole {
    const role = new IamRole(this, "role", {
      name: names.part("flows"),
      description: `Writes the flow logs of ${names.network}.`,
      assumeRolePolicy: flowLogsOnly(location),
    });
    new IamRolePolicy(this, "grants", {
      ...{ role: role.name, name: "grants" },
      policy: policyDocument([deliverFlows(logGroupArn(location, group.name))]),
    });
    return role;
  }
}

/** The service delivers for many accounts; only for flow logs of this one may it take the role. */
const flowLogsOnly = (location: Location): string =>
  takenFor("vpc-flow-logs.amazonaws.com", location, flowLogArns(location));

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html */
const deliverFlows = (groupArn: string) => ({
  sid: "DeliverFlows",
  actions: [
    "logs:CreateLogStream",
    "logs:DescribeLogGroups",
    "logs:DescribeLogStreams",
    "logs:PutLogEvents",
  ],
  resources: [groupArn, `${groupArn}:*`],
});
