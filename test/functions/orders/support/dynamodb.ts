import type { IncomingMessage } from "node:http";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { HttpStub } from "./http";

type Item = Record<string, AttributeValue>;
interface Call {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
  readonly ConditionExpression?: string;
}

/** PutItem with the one condition we use, and GetItem, as DynamoDB answers them over HTTP. */
export class DynamoDbStub extends HttpStub {
  readonly items = new Map<string, Item>();
  readonly operations: string[] = [];
  /** DynamoDB returns the standing item when asked to; not every emulator does. */
  returnsStandingItem = true;

  get records(): Record<string, unknown>[] {
    return [...this.items.values()].map((item) => unmarshall(item));
  }

  protected override answer(request: IncomingMessage, body: unknown) {
    const operation = String(request.headers["x-amz-target"]).replace("DynamoDB_20120810.", "");
    this.operations.push(operation);
    const call = body as Call;
    return operation === "PutItem" ? this.put(call) : this.get(call);
  }

  private put({ Item, ConditionExpression }: Call) {
    const key = Item?.["eventId"]?.S;
    if (
      Item === undefined ||
      key === undefined ||
      ConditionExpression !== "attribute_not_exists(eventId)"
    ) {
      return error("ValidationException", {});
    }
    const standing = this.items.get(key);
    if (standing === undefined) {
      this.items.set(key, Item);
      return { status: 200, body: {} };
    }
    const more = this.returnsStandingItem ? { Item: standing } : {};
    return error("ConditionalCheckFailedException", more);
  }

  private get({ Key }: Call) {
    return { status: 200, body: { Item: this.items.get(Key?.["eventId"]?.S ?? "") } };
  }
}

const error = (type: string, more: object) => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type, ...more },
});
