import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { databaseInstanceArn, logGroupArn, type Location } from "../arn";
import { takenFor } from "../identity/trust";
import { policyDocument, type Grant } from "../policy";

export interface MonitorRoleProps {
  /** The role's. */
  readonly name: string;
  /** The cluster whose machines are measured. */
  readonly cluster: string;
  /** The account and the region of the cluster. */
  readonly location: Location;
}

/** With which RDS writes what it measures inside the machines of one cluster. */
export class MonitorRole extends Construct {
  readonly role: IamRole;
  readonly policy: IamRolePolicy;

  constructor(scope: Construct, id: string, { name, cluster, location }: MonitorRoleProps) {
    super(scope, id);
    this.role = new IamRole(this, MAIN, {
      name,
      description: `Writes the measurements of the machines of ${cluster}.`,
      assumeRolePolicy: monitoringOf(cluster, location),
    });
    this.policy = new IamRolePolicy(this, "grants", {
      ...{ role: this.role.name, name: "grants" },
      policy: policyDocument(writeMeasurements(location)),
    });
  }
}

/** The service measures for many accounts; only for this cluster's instances may it take the role. */
const monitoringOf = (cluster: string, location: Location): string =>
  takenFor("monitoring.rds.amazonaws.com", location, databaseInstanceArn(location, `${cluster}-*`));

/**
 * Every database of an account is written to the one group, which RDS makes.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Monitoring.OS.Enabling.html
 */
function writeMeasurements(location: Location): Grant[] {
  const group = logGroupArn(location, "RDSOSMetrics");
  return [
    {
      sid: "KeepMeasurements",
      actions: ["logs:CreateLogGroup", "logs:PutRetentionPolicy"],
      resources: [group],
    },
    {
      sid: "WriteMeasurements",
      actions: [
        "logs:CreateLogStream",
        "logs:DescribeLogStreams",
        "logs:GetLogEvents",
        "logs:PutLogEvents",
      ],
      resources: [`${group}:log-stream:*`],
    },
  ];
}
