import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type DynamoDBClientConfig,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { SequencedEvent } from "./event";

/** The last event of a subject that was applied; 0 where none was. */
export interface Position {
  readonly sequence: number;
  readonly id?: string;
}

type Subject = Pick<SequencedEvent, "source" | "subject">;

/** A read model, and how far it has come with each subject. */
export interface View {
  position(of: Subject): Promise<Position>;

  /**
   * Applies the event and moves its subject's position on, all or nothing; it waits no longer.
   *
   * @returns false where the event before it is not the last one that was applied, or somebody else writes at this moment
   */
  write(event: SequencedEvent, writes: readonly TransactWriteItem[]): Promise<boolean>;

  /** Keeps an event that came before its turn. */
  wait(event: SequencedEvent): Promise<void>;

  /** One that was kept so. */
  waiting(of: Subject & Pick<SequencedEvent, "sequence">): Promise<SequencedEvent | undefined>;
}

/** A call waits 3 s at most, and is made three times. */
const BOUNDS: DynamoDBClientConfig = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
};

/**
 * In a DynamoDB table with the partition key `key` and the sort key `sort`, both strings, beside the items of the read model. Calls GetItem,
 * PutItem, and by TransactWriteItems PutItem and DeleteItem.
 */
export class DynamoDbView implements View {
  private readonly client: DynamoDBClient;

  constructor(
    private readonly table: string,
    config: DynamoDBClientConfig = {},
  ) {
    this.client = new DynamoDBClient({ ...BOUNDS, ...config });
  }

  async position(of: Subject): Promise<Position> {
    const { sequence = 0, id } = (await this.find({ key: keyOf(of), sort: POSITION })) ?? {};
    return { sequence: Number(sequence), ...(typeof id === "string" && { id }) };
  }

  async write(event: SequencedEvent, writes: readonly TransactWriteItem[]): Promise<boolean> {
    const waiting = { TableName: this.table, Key: marshall(waitingKey(event)) };
    const all = [this.moveOn(event), { Delete: waiting }, ...writes];
    try {
      await this.client.send(new TransactWriteItemsCommand({ TransactItems: all }));
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code: code }) => code);
      if (codes[0] === "ConditionalCheckFailed" || codes.includes("TransactionConflict"))
        return false;
      throw error;
    }
  }

  async wait(event: SequencedEvent): Promise<void> {
    const Item = marshall({ ...waitingKey(event), event: JSON.stringify(event) });
    await this.client.send(new PutItemCommand({ TableName: this.table, Item }));
  }

  async waiting(of: Subject & Pick<SequencedEvent, "sequence">) {
    const text: unknown = (await this.find(waitingKey(of)))?.["event"];
    return typeof text === "string" ? (JSON.parse(text) as SequencedEvent) : undefined;
  }

  private moveOn(event: SequencedEvent): TransactWriteItem {
    const { sequence, id } = event;
    const before = sequence - 1;
    const names = { "#sequence": "sequence" };
    const condition =
      before === 0
        ? {
            ConditionExpression: "attribute_not_exists(#sequence)",
            ExpressionAttributeNames: names,
          }
        : {
            ConditionExpression: "#sequence = :before",
            ExpressionAttributeNames: names,
            ExpressionAttributeValues: marshall({ ":before": before }),
          };
    const Item = marshall({ key: keyOf(event), sort: POSITION, sequence, id });
    return { Put: { TableName: this.table, Item, ...condition } };
  }

  private async find(key: object): Promise<Readonly<Record<string, unknown>> | undefined> {
    const { Item: item } = await this.client.send(
      new GetItemCommand({ TableName: this.table, Key: marshall(key), ConsistentRead: true }),
    );
    return item && unmarshall(item);
  }
}

const POSITION = "position";

/** No URI reference, which a source is, holds "|". */
const keyOf = ({ source, subject }: Subject): string => `projection#${source}|${subject}`;

const waitingKey = (of: Subject & Pick<SequencedEvent, "sequence">) => ({
  ...{ key: keyOf(of), sort: `waiting#${of.sequence}` },
});
