import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type DynamoDBClientConfig,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item } from "../item";
import { CatalogueError, type Catalogue } from "./catalogue";

/** Bounds on one call, in milliseconds. */
export interface Limits {
  readonly connect: number;
  /** One try. */
  readonly request: number;
  /** All tries and the pauses between them. */
  readonly total: number;
  readonly tries: number;
}

/** A caller waits: all tries end well within the function's 5 s, so that it is told what failed. */
export const LIMITS: Limits = { connect: 500, request: 1_000, total: 3_000, tries: 3 };

/** Items in a DynamoDB table with the partition key `id` (string). Calls GetItem and PutItem only. */
export class DynamoDbCatalogue implements Catalogue {
  private readonly client: DynamoDBClient;

  /** @param config of the client, beside its bounds; used by tests only */
  constructor(
    private readonly table: string,
    private readonly limits: Limits = LIMITS,
    config: DynamoDBClientConfig = {},
  ) {
    this.client = new DynamoDBClient({ ...config, ...bounded(limits) });
  }

  async find(id: string): Promise<Item | undefined> {
    const get = new GetItemCommand({ TableName: this.table, Key: marshall({ id }) });
    const { Item: found } = await this.told(this.client.send(get, this.deadline()));
    return found && (unmarshall(found) as Item);
  }

  async put(item: Item): Promise<"created" | "replaced"> {
    const put = new PutItemCommand({
      TableName: this.table,
      Item: marshall(item, { removeUndefinedValues: true }),
      ReturnValues: "ALL_OLD",
    });
    const { Attributes: before } = await this.told(this.client.send(put, this.deadline()));
    return before === undefined ? "created" : "replaced";
  }

  private async told<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw new CatalogueError(error instanceof Error ? error.name : "unknown");
    }
  }

  private deadline() {
    return { abortSignal: AbortSignal.timeout(this.limits.total) };
  }
}

const bounded = ({ connect, request, tries }: Limits): DynamoDBClientConfig => ({
  maxAttempts: tries,
  requestHandler: {
    connectionTimeout: connect,
    requestTimeout: request,
    // Without it the client only warns, and waits on.
    throwOnRequestTimeout: true,
  },
});
