import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type AttributeValue,
  type DynamoDBClientConfig,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { OrderRecord } from "../record";
import { StoreError, type PutResult, type Store } from "./store";

/** Bounds on one call, in milliseconds. */
export interface Limits {
  readonly connect: number;
  /** One try. */
  readonly request: number;
  /** All tries and the pauses between them. */
  readonly total: number;
  readonly tries: number;
}

/**
 * A batch is handled concurrently and a delivery makes two calls at most, so that the worst batch
 * takes 2 × 10 s: well under the function's 60 s, after which the failure would not be reported.
 */
export const LIMITS: Limits = { connect: 1_000, request: 3_000, total: 10_000, tries: 3 };

type Item = Record<string, AttributeValue>;

/**
 * Orders in a DynamoDB table with the partition key `eventId` (string) and the TTL attribute `ttl`.
 * Calls PutItem and GetItem only.
 */
export class DynamoDbStore implements Store {
  private readonly client: DynamoDBClient;

  /** @param config of the client, beside its bounds; used by tests only */
  constructor(
    private readonly table: string,
    private readonly limits: Limits = LIMITS,
    config: DynamoDBClientConfig = {},
  ) {
    this.client = new DynamoDBClient({ ...config, ...bounded(limits) });
  }

  async putOnce(record: OrderRecord): Promise<PutResult> {
    try {
      await this.put(record);
      return { kind: "written" };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw storeError(error);
      return { kind: "exists", digest: digestOf(error.Item ?? (await this.find(record.eventId))) };
    }
  }

  private async put(record: OrderRecord): Promise<void> {
    const put = new PutItemCommand({
      TableName: this.table,
      Item: marshall(record),
      ConditionExpression: "attribute_not_exists(eventId)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
    await this.client.send(put, this.deadline());
  }

  private async find(eventId: string): Promise<Item | undefined> {
    const get = new GetItemCommand({
      TableName: this.table,
      Key: marshall({ eventId }),
      ConsistentRead: true,
    });
    try {
      return (await this.client.send(get, this.deadline())).Item;
    } catch (error) {
      throw storeError(error);
    }
  }

  private deadline() {
    return { abortSignal: AbortSignal.timeout(this.limits.total) };
  }
}

function bounded(limits: Limits): DynamoDBClientConfig {
  return {
    maxAttempts: limits.tries,
    requestHandler: {
      connectionTimeout: limits.connect,
      requestTimeout: limits.request,
      // Without it the client only warns, and waits on.
      throwOnRequestTimeout: true,
    },
  };
}

function digestOf(item: Item | undefined): string {
  const digest: unknown = item === undefined ? undefined : unmarshall(item)["digest"];
  // Removed by TTL between the write and the read: the next delivery writes it.
  if (typeof digest !== "string") throw new StoreError("NoRecord");
  return digest;
}

function storeError(error: unknown): StoreError {
  return new StoreError(error instanceof Error ? error.name : "unknown");
}
