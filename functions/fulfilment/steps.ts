import { marshall } from "@aws-sdk/util-dynamodb";
import type { Write } from "../saga/ledger";
import { Refused, type Step } from "../saga/steps";
import { orderOf } from "./order";

/** More than this nobody is trusted with, in the smallest unit of the currency. */
const MOST_PAID = 1_000_000;

/** Where parcels are brought. */
const SERVED = ["AT", "CH", "DE", "FR", "GB", "US"];

/** The steps of a fulfilment. Stock, payments and shipments stand in the one table, each under a key of its own. */
export const fulfilment = (table: string): Readonly<Record<string, Step>> => ({
  "reserve-stock": {
    take: ({ event }) => {
      const { item, quantity } = orderOf(event);
      return Promise.resolve({
        result: { item, quantity },
        writes: [{ item: stock(table, item, -quantity), refusal: "not enough in stock" }],
      });
    },
    undo: (_, result) => {
      if (result === undefined) return Promise.resolve({});
      const { item, quantity } = result as { readonly item: string; readonly quantity: number };
      return Promise.resolve({ writes: [{ item: stock(table, item, quantity) }] });
    },
  },
  "take-payment": {
    take: ({ event, key }) => {
      const { total } = orderOf(event);
      if (total > MOST_PAID) throw new Refused("payment declined");
      return Promise.resolve({
        result: { total },
        writes: [put(table, `payment#${key}`, { total, state: "taken" })],
      });
    },
    undo: ({ key }, result) =>
      Promise.resolve(
        result === undefined
          ? {}
          : { writes: [put(table, `payment#${key}`, { ...result, state: "paid back" })] },
      ),
  },
  ship: {
    take: async ({ event, key }, resultOf) => {
      const { country } = orderOf(event);
      if (!SERVED.includes(country)) throw new Refused("country not served");
      const reserved = await resultOf("reserve-stock");
      return { writes: [put(table, `shipment#${key}`, { country, reserved })] };
    },
  },
});

const put = (table: string, key: string, attributes: object): Write => ({
  item: { Put: { TableName: table, Item: marshall({ key, ...attributes }) } },
});

/** More or less in stock, and never less than nothing. */
const stock = (table: string, item: string, change: number): Write["item"] => ({
  Update: {
    TableName: table,
    Key: marshall({ key: `stock#${item}` }),
    UpdateExpression: "SET #quantity = #quantity + :change",
    ConditionExpression: "#quantity >= :least",
    ExpressionAttributeNames: { "#quantity": "quantity" },
    ExpressionAttributeValues: marshall({ ":change": change, ":least": Math.max(0, -change) }),
  },
});
