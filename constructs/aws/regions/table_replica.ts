import { DynamodbTableReplicaA } from "@cdktf/provider-aws/lib/dynamodb-table-replica";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import { tableArn, tableIndexArn, type Location } from "../arn";
import { TableGrants } from "../identity/table_grants";

export interface TableReplicaProps {
  /** What the table is called in both regions; `model/names.ts` makes it. */
  readonly tableName: string;

  /** Where the table is that it is a copy of. */
  readonly of: Location;

  /** Where the copy is: the stack's own region. */
  readonly location: Location;

  /** ARN of the customer key that encrypts the copy: of its own region, since keys never leave theirs. Another one replaces the copy. */
  readonly encryptionKeyArn: string;

  /**
   * Names of the table's indexes, which the copy has too.
   *
   * @default []
   */
  readonly indexNames?: readonly string[];

  /**
   * Refuse to delete the copy.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A copy of a table of another stack, in this stack's region, which takes writes as the table does: DynamoDB brings what either is told to the other within about a second. It can
 * be put back to any second of the last 35 days by itself. The table has a stream of both images, and leaves its copies to others.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html
 */
export class TableReplica extends Construct {
  readonly replica: DynamodbTableReplicaA;
  /** Composed from the name, so that it is known when a plan is made. */
  readonly tableArn: string;
  readonly grants: TableGrants;
  /** Sorted. */
  readonly indexNames: readonly string[];
  /** Where it is. */
  readonly region: string;

  constructor(scope: Construct, id: string, props: TableReplicaProps) {
    super(scope, id);
    const { of, location, tableName, encryptionKeyArn, indexNames = [] } = props;
    this.region = location.region;
    this.replica = new DynamodbTableReplicaA(this, MAIN, {
      globalTableArn: tableArn(of, tableName),
      kmsKeyArn: encryptionKeyArn,
      pointInTimeRecovery: true,
      deletionProtectionEnabled: props.deletionProtection ?? true,
      tags: named(tableName),
    });
    this.tableArn = tableArn(location, this.tableName);
    this.indexNames = [...indexNames].sort();
    this.grants = new TableGrants({
      ...{ tableArn: this.tableArn, encryptionKeyArn, location },
      indexArns: this.indexNames.map((name) => tableIndexArn(this.tableArn, name)),
    });
  }

  /** A reference, so that what uses the copy is made after it. The resource has no name of its own, but for its tag. */
  get tableName(): string {
    return `\${${this.replica.fqn}.tags.Name}`;
  }
}
