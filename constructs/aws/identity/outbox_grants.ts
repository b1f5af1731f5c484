import { tableStreamArn, type Location } from "../arn";
import { via } from "../grants";
import type { StateTable } from "../state_table";
import type { Grantee } from "./grantee";

export interface GrantedOutbox {
  readonly table: StateTable;
  /** That of the table. */
  readonly encryptionKeyArn: string;
  readonly location: Location;
}

/** Who may write to an outbox, and who reads what was written. */
export class OutboxGrants {
  constructor(private readonly on: GrantedOutbox) {}

  /** Items are put, and none is read. */
  record(grantee: Grantee): void {
    this.on.table.grants.only(["put"], grantee);
  }

  /**
   * What Lambda's poller does with the function's role.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-permissions.html
   */
  follow(grantee: Grantee): void {
    const { table, encryptionKeyArn, location } = this.on;
    grantee.allow(
      {
        sid: "FollowOutbox",
        actions: [
          "dynamodb:DescribeStream",
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "dynamodb:ListStreams",
        ],
        resources: [tableStreamArn(table.tableArn)],
      },
      {
        sid: "DecryptOutbox",
        actions: ["kms:Decrypt"],
        resources: [encryptionKeyArn],
        conditions: via("dynamodb", location),
      },
    );
  }
}
