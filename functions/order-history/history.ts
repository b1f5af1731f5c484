import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { PoisonError, type SequencedEvent } from "../projection/event";
import type { Apply } from "../projection/projection";

/** The orders of each customer: an item an order, under its customer. */
export const orderHistory =
  (table: string): Apply =>
  (event) => {
    const change = CHANGES[event.type];
    return change === undefined ? [] : [change(table, event)];
  };

type Change = (table: string, event: SequencedEvent) => TransactWriteItem;

/** What of an event is shown; other events of orders change nothing that is. */
const CHANGES: Readonly<Record<string, Change>> = {
  "order.placed": (table, { data }) => ({
    Put: {
      TableName: table,
      Item: marshall({ ...keyOf(data), state: "placed", total: numberOf(data, "total") }),
    },
  }),
  "order.cancelled": (table, { data }) => ({
    Update: {
      TableName: table,
      Key: marshall(keyOf(data)),
      UpdateExpression: "SET #state = :cancelled",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: marshall({ ":cancelled": "cancelled" }),
    },
  }),
};

type Data = SequencedEvent["data"];

const keyOf = (data: Data) => ({
  key: `customer#${textOf(data, "customer")}`,
  sort: `order#${textOf(data, "order")}`,
});

function textOf(data: Data, field: string): string {
  const value = data[field];
  if (typeof value === "string" && value !== "") return value;
  throw new PoisonError(`data.${field}: expected a string of 1 character or more`);
}

function numberOf(data: Data, field: string): number {
  const value = data[field];
  if (typeof value === "number") return value;
  throw new PoisonError(`data.${field}: expected a number`);
}
