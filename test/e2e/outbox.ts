import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  DeleteItemCommand,
  DynamoDBClient,
  ScanCommand,
  TransactWriteItemsCommand,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import {
  DescribeReplayCommand,
  EventBridgeClient,
  PutEventsCommand,
  StartReplayCommand,
} from "@aws-sdk/client-eventbridge";
import { eventBusArn, eventRuleArn } from "../../constructs/aws/arn";
import { outboxEvent, type Happened } from "../../functions/outbox/event";
import { outbox } from "../../functions/outbox/record";
import { awsEventBusNames } from "../../model/events/names";
import { awsNames } from "../../model/names";
import { bundleFunction } from "../../operations/bundle";
import { HISTORY, OUTBOXED, SHOP } from "../constructs/support/events";
import { cellOf, LOCATION } from "../constructs/support/synth";
import { repository } from "./commands";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";

const PLACE = { environment: OUTBOXED.name, cell: "c01" };
export const CELL = `${PLACE.environment}-${PLACE.cell}`;
const BUS = awsEventBusNames(PLACE.environment, PLACE.cell);
const SHOP_NAMES = awsNames({ ...PLACE, name: SHOP.name });
const HISTORY_NAMES = awsNames({ ...PLACE, name: HISTORY.name });
export const ORDERS = SHOP_NAMES.table("state");
export const OUTBOX = SHOP_NAMES.events.outbox;
export const VIEW = HISTORY_NAMES.table("state");

export const outboxStack = () => cellOf(OUTBOXED);

/** What stands beside the stack: code as it is shipped, and a relay that events may kill. */
const ZIPS = {
  "shop-aws": "functions/orders/aws.ts",
  "shop-outbox-aws": "test/e2e/faulty_relay.ts",
  "history-aws": "functions/order-history/aws.ts",
} as const;

export async function writeShop(estate: Estate): Promise<void> {
  writeStack(estate, CELL, outboxStack().json);
  for (const [name, entry] of Object.entries(ZIPS)) {
    const { zip } = await bundleFunction({ entry, platform: "aws", root: repository });
    const path = join(estate.folder, "cdktf.out", "stacks", CELL, "assets", `${name}.zip`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, zip);
  }
}

type Item = Readonly<Record<string, unknown>>;

/** What the code of the shop does, and what a person with a console sees. */
export function shop(estate: Estate) {
  const options = {
    ...{ region: LOCATION.region, endpoint: estate.env["AWS_ENDPOINT_URL"] ?? "" },
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
  const tables = new DynamoDBClient(options);
  const events = new EventBridgeClient(options);
  const { record } = outbox({
    ...{ OUTBOX_TABLE: OUTBOX, SERVICE: SHOP.name, OUTBOX_KEEP_DAYS: "7" },
    EVENT_TYPES: Object.keys(SHOP.publishes).join(","),
  });
  const transact = (...all: readonly TransactWriteItem[]) =>
    tables.send(new TransactWriteItemsCommand({ TransactItems: [...all] }));
  const items = async (table: string): Promise<Item[]> => {
    const { Items: found = [] } = await tables.send(
      new ScanCommand({ TableName: table, ConsistentRead: true }),
    );
    return found.map((item) => unmarshall(item));
  };
  const logs = new CloudWatchLogsClient(options);
  return {
    items,
    /** What the read model's code says of each time that an event came to it. */
    handled: async (id: string) => {
      const { events: lines = [] } = await logs.send(
        new FilterLogEventsCommand({ logGroupName: HISTORY_NAMES.processor.logGroup }),
      );
      return lines
        .flatMap(({ message = "" }) => (message.includes(`"id":"${id}"`) ? [message] : []))
        .map((message) => /"message":"(event \w+)"/.exec(message)?.[1])
        .sort();
    },
    /** The order and its event, in one transaction. */
    place: (order: string, customer: string, data: object = {}) =>
      transact(
        placed(order, customer),
        record(happened("order.placed", order, 1, { customer, total: 5, ...data })),
      ),
    cancel: (order: string, customer: string) =>
      transact(cancelled(order), record(happened("order.cancelled", order, 2, { customer }))),
    /** Past the outbox, as a duplicate comes or what overtook another. */
    publish: async (type: string, order: string, sequence: number, data: object) => {
      const event = outboxEvent(happened(type, order, sequence, data), SHOP.name, Date.now);
      const entry = { Source: event.source, DetailType: type, Detail: JSON.stringify(event) };
      await events.send(new PutEventsCommand({ Entries: [{ EventBusName: BUS.bus, ...entry }] }));
    },
    /** What customers see of their orders. */
    seen: async () =>
      (await items(VIEW))
        .flatMap(({ key, sort, state }) =>
          String(sort).startsWith("order#")
            ? [`${String(key)} ${String(sort)} ${String(state)}`]
            : [],
        )
        .sort(),
    /** The same of the shop's own store. */
    kept: async () =>
      (await items(ORDERS))
        .map(
          ({ order, customer, state }) =>
            `customer#${String(customer)} order#${String(order)} ${String(state)}`,
        )
        .sort(),
    forget: async () => {
      for (const { key, sort } of await items(VIEW))
        await tables.send(new DeleteItemCommand({ TableName: VIEW, Key: marshall({ key, sort }) }));
    },
    replay: async (from: Date) => {
      const rule = HISTORY_NAMES.events.rule(SHOP.name);
      const ReplayName = "history";
      await events.send(
        new StartReplayCommand({
          ...{ ReplayName, EventStartTime: from, EventEndTime: new Date(Date.now() + 60_000) },
          EventSourceArn: eventBusArn(LOCATION, BUS.archive).replace(":event-bus/", ":archive/"),
          Destination: {
            Arn: eventBusArn(LOCATION, BUS.bus),
            FilterArns: [eventRuleArn(LOCATION, BUS.bus, rule)],
          },
        }),
      );
      return async () => (await events.send(new DescribeReplayCommand({ ReplayName }))).State;
    },
  };
}

const happened = (type: string, order: string, sequence: number, data: object): Happened => ({
  ...{ type, subject: `order/${order}`, sequence, data: { order, ...data } },
});

const placed = (order: string, customer: string): TransactWriteItem => ({
  Put: {
    TableName: ORDERS,
    Item: marshall({ order, customer, state: "placed" }),
    ConditionExpression: "attribute_not_exists(#order)",
    ExpressionAttributeNames: { "#order": "order" },
  },
});

const cancelled = (order: string): TransactWriteItem => ({
  Update: {
    TableName: ORDERS,
    Key: marshall({ order }),
    UpdateExpression: "SET #state = :cancelled",
    ConditionExpression: "#state = :placed",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: marshall({ ":cancelled": "cancelled", ":placed": "placed" }),
  },
});
