import { onlyReads, settleAccess, type StoreVerb } from "../../../model/store_access";
import type { Location } from "../arn";
import { USE_KEY, via } from "../grants";
import { capital, type Grant } from "../policy";
import type { Grantee } from "./grantee";
import { VerbGrants } from "./verb_grants";

export interface GrantedTable {
  readonly tableArn: string;
  /** @default [] */
  readonly indexArns?: readonly string[];
  readonly encryptionKeyArn: string;
  readonly location: Location;
}

/**
 * The one action of each verb. A transaction asks for those of the items in it and has none of its own.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
const ITEM_ACTIONS: Readonly<Record<StoreVerb, string>> = {
  get: "dynamodb:GetItem",
  batchGet: "dynamodb:BatchGetItem",
  query: "dynamodb:Query",
  scan: "dynamodb:Scan",
  check: "dynamodb:ConditionCheckItem",
  put: "dynamodb:PutItem",
  update: "dynamodb:UpdateItem",
  delete: "dynamodb:DeleteItem",
  batchWrite: "dynamodb:BatchWriteItem",
};

/** Who may do what with a table's items, and with its key as far as that takes it. */
export class TableGrants extends VerbGrants<StoreVerb> {
  constructor(private readonly on: GrantedTable) {
    super();
  }

  /** These and no others. */
  only(verbs: readonly StoreVerb[], grantee: Grantee): void {
    const { tableArn, indexArns = [], encryptionKeyArn, location } = this.on;
    const access = settleAccess(verbs);
    grantee.allow(
      itemGrant(access, tableArn),
      ...indexGrants(access, indexArns),
      onlyReads(access)
        ? readTableKey(encryptionKeyArn, location)
        : useTableKey(encryptionKeyArn, location),
    );
  }
}

/** Called by its verbs: tables with the same share one statement. */
const itemGrant = (access: readonly StoreVerb[], tableArn: string): Grant => ({
  sid: `${access.map(capital).join("")}Items`,
  actions: access.map((verb) => ITEM_ACTIONS[verb]),
  resources: [tableArn],
});

/** What an index answers; all else is asked of its table. */
const ASKED_OF_INDEXES: readonly StoreVerb[] = ["query", "scan"];

/** A table's ARN does not cover its indexes. */
function indexGrants(access: readonly StoreVerb[], indexArns: readonly string[]): Grant[] {
  const verbs = access.filter((verb) => ASKED_OF_INDEXES.includes(verb));
  if (verbs.length === 0 || indexArns.length === 0) return [];
  return [
    {
      sid: `${verbs.map(capital).join("")}Indexes`,
      actions: verbs.map((verb) => ITEM_ACTIONS[verb]),
      resources: indexArns,
    },
  ];
}

/**
 * What DynamoDB asks of who writes to a table with a customer key, through DynamoDB alone.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
const useTableKey = (keyArn: string, at: Location): Grant => ({
  sid: "UseTableKey",
  actions: USE_KEY,
  resources: [keyArn],
  conditions: via("dynamodb", at),
});

/** Of who only reads, DynamoDB asks for the table's key to be decrypted. */
const readTableKey = (keyArn: string, at: Location): Grant => ({
  sid: "ReadTableKey",
  actions: ["kms:Decrypt", "kms:DescribeKey"],
  resources: [keyArn],
  conditions: via("dynamodb", at),
});
