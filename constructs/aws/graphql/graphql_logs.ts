import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { graphqlApiArns, logGroupArn, type Location } from "../arn";
import { writeLogs } from "../grants";
import { takenFor } from "../identity/trust";
import { policyDocument } from "../policy";

export interface GraphqlLogsProps {
  /** The name of the role with which the API writes. */
  readonly roleName: string;
  readonly location: Location;
  /** ARN of the customer key that encrypts the log. */
  readonly keyArn: string;
  /** Days for which it is kept; one of the numbers that CloudWatch takes. */
  readonly retentionDays: number;
}

/** Where AppSync writes of each API, by the id that AWS gives it. @see https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html */
const START = "/aws/appsync/apis/";

/** Whichever GraphQL API of the account it is. */
export const GRAPHQL_LOG_GROUPS = `${START}*`;

/** The log of a GraphQL API and the role with which it writes there and can make no other. */
export class GraphqlLogs extends Construct {
  readonly role: IamRole;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GraphqlLogsProps,
  ) {
    super(scope, id);
    this.role = this.makeRole();
  }

  /** Before the API's first request, since AppSync may not make the group: it would be in clear and kept for ever. */
  own(apiId: string): CloudwatchLogGroup {
    const { keyArn, retentionDays } = this.props;
    return new CloudwatchLogGroup(this, "group", {
      name: `${START}${apiId}`,
      kmsKeyId: keyArn,
      retentionInDays: retentionDays,
    });
  }

  private makeRole(): IamRole {
    const { roleName, location } = this.props;
    const role = new IamRole(this, "role", {
      name: roleName,
      description: "Writes the log of a GraphQL API.",
      assumeRolePolicy: takenFor("appsync.amazonaws.com", location, graphqlApiArns(location)),
    });
    new IamRolePolicy(this, "grants", {
      name: roleName,
      role: role.name,
      // The API's id is known after the role is made: those of the account.
      policy: policyDocument([writeLogs(logGroupArn(location, GRAPHQL_LOG_GROUPS))]),
    });
    return role;
  }
}
