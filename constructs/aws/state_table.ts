import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import { tableArn, type Location } from "./arn";
import { TableGrants } from "./identity/table_grants";

export interface StateTableProps {
  /** The table's name; `model/names.ts` makes it. */
  readonly tableName: string;

  /** The key that tells items apart; a string. */
  readonly partitionKey: string;

  readonly location: Location;

  /** ARN of the customer key that encrypts the table. */
  readonly encryptionKeyArn: string;

  /**
   * The attribute that says when an item may be deleted, in seconds since 1970.
   *
   * @default "ttl"
   */
  readonly ttlAttribute?: string;

  /**
   * Refuse to delete the table.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** A table that is paid by request, encrypted, and can be put back to any second of the last 35 days. */
export class StateTable extends Construct {
  readonly table: DynamodbTable;
  /** Composed from the name, so that it is known when a plan is made. */
  readonly tableArn: string;
  readonly grants: TableGrants;

  constructor(scope: Construct, id: string, props: StateTableProps) {
    super(scope, id);
    this.table = new DynamodbTable(this, MAIN, {
      name: props.tableName,
      billingMode: "PAY_PER_REQUEST",
      hashKey: props.partitionKey,
      attribute: [{ name: props.partitionKey, type: "S" }],
      ttl: { attributeName: props.ttlAttribute ?? "ttl", enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: props.encryptionKeyArn },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: props.deletionProtection ?? true,
    });
    this.tableArn = tableArn(props.location, this.table.name);
    this.grants = new TableGrants({ ...props, tableArn: this.tableArn });
  }
}
