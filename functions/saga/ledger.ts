import {
  DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type DynamoDBClientConfig,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { Refused } from "./steps";

/** What became of a step. */
export interface StepRecord {
  readonly status: "done" | "undone";
  /** Of what is done. */
  readonly result?: unknown;
}

/** A write that stands together with the proof of its step. */
export interface Write {
  readonly item: TransactWriteItem;
  /** What it means that its condition does not hold. @default - a failure, which is tried again */
  readonly refusal?: string;
}

/** Where is written what was done, with what was done. */
export interface Ledger {
  find(key: string): Promise<StepRecord | undefined>;

  /**
   * Writes the record and the effects of its step, all or none.
   *
   * @param expected - the status that the record has before; undefined: there is none
   * @returns false where the record has another one
   * @throws {Refused} when the condition of a write says so
   */
  write(
    key: string,
    record: StepRecord,
    expected: StepRecord["status"] | undefined,
    effects: readonly Write[],
  ): Promise<boolean>;
}

/** Longer than an execution runs and can be redriven after it. */
const RETENTION_SECONDS = 120 * 86_400;

/** A call waits 3 s at most, and is made three times. */
const BOUNDS: DynamoDBClientConfig = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
};

/**
 * In a DynamoDB table with the partition key `key` (string) and the TTL attribute `ttl`. Calls GetItem, and by TransactWriteItems
 * PutItem and UpdateItem.
 */
export class DynamoDbLedger implements Ledger {
  private readonly client: DynamoDBClient;

  constructor(
    private readonly table: string,
    private readonly clock: () => number = Date.now,
    config: DynamoDBClientConfig = {},
  ) {
    this.client = new DynamoDBClient({ ...BOUNDS, ...config });
  }

  async find(key: string): Promise<StepRecord | undefined> {
    const get = new GetItemCommand({
      TableName: this.table,
      Key: marshall({ key: idOf(key) }),
      ConsistentRead: true,
    });
    const { Item: item } = await this.client.send(get);
    if (item === undefined) return undefined;
    const { status, result } = unmarshall(item);
    return status === "done" ? { status, result } : { status: "undone" };
  }

  async write(
    key: string,
    record: StepRecord,
    expected: StepRecord["status"] | undefined,
    effects: readonly Write[],
  ): Promise<boolean> {
    try {
      const all = [this.put(key, record, expected), ...effects.map(({ item }) => item)];
      await this.client.send(new TransactWriteItemsCommand({ TransactItems: all }));
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      return refusedBy(error, effects);
    }
  }

  private put(
    key: string,
    record: StepRecord,
    expected: StepRecord["status"] | undefined,
  ): TransactWriteItem {
    const ttl = Math.floor(this.clock() / 1_000) + RETENTION_SECONDS;
    const condition =
      expected === undefined
        ? {
            ConditionExpression: "attribute_not_exists(#key)",
            ExpressionAttributeNames: { "#key": "key" },
          }
        : {
            ConditionExpression: "#status = :expected",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: marshall({ ":expected": expected }),
          };
    const item = marshall({ key: idOf(key), ...record, ttl }, { removeUndefinedValues: true });
    return { Put: { TableName: this.table, Item: item, ...condition } };
  }
}

const idOf = (key: string): string => `step#${key}`;

/** The record's own condition is the first: where it fails, another try was there before, whatever else fails with it. */
function refusedBy(error: TransactionCanceledException, effects: readonly Write[]): false {
  const [own, ...reasons] = error.CancellationReasons ?? [];
  if (own?.Code === "ConditionalCheckFailed") return false;
  const failed = reasons.findIndex(({ Code: code }) => code === "ConditionalCheckFailed");
  const refusal = effects[failed]?.refusal;
  if (refusal !== undefined) throw new Refused(refusal);
  throw error;
}
