import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { ListExecutionsCommand, SFNClient, DescribeExecutionCommand } from "@aws-sdk/client-sfn";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { executionOf } from "../../functions/saga/start";
import { bundleFunction } from "../../operations/bundle";
import { settle } from "../../model/settle";
import { cellOf, codeOf } from "../constructs/support/synth";
import { WORKED } from "../constructs/support/workflow";
import { NO_QUESTIONS } from "./cell";
import { repository } from "./commands";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";

export const CELL = `${WORKED.name}-c01`;
export const TABLE = `${CELL}-fulfilment-state`;

export const workflowStack = () => cellOf(WORKED);

/** The stack, and the code of `functions/fulfilment` as it is shipped. */
export async function writeFulfilment(estate: Estate): Promise<void> {
  writeStack(estate, CELL, workflowStack().json);
  const { zip } = await bundleFunction({
    ...{ entry: "functions/fulfilment/aws.ts", platform: "aws", root: repository },
  });
  for (const service of settle(WORKED).services) {
    const path = join(estate.folder, "cdktf.out", "stacks", CELL, codeOf(service).fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, zip);
  }
}

export interface OrderEvent {
  readonly id: string;
  readonly quantity?: number;
  readonly total?: number;
  readonly country?: string;
}

const eventOf = ({ id, quantity = 2, total = 4_900, country = "CH" }: OrderEvent): string =>
  JSON.stringify({
    ...{ specversion: "1.0", id, source: "/shop", type: "com.example.shop.order.placed.v1" },
    data: { item: "lamp", quantity, total, country },
  });

/** The name of the execution that an event starts. */
export const executionNameOf = (id: string): string => executionOf(eventOf({ id })).name;

/** What a producer, a person with a console and the store see. */
export function shop(estate: Estate) {
  const options = {
    ...{ region: "us-east-1", endpoint: estate.env["AWS_ENDPOINT_URL"] ?? "" },
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
  const sqs = new SQSClient(options);
  const sfn = new SFNClient(options);
  const table = new DynamoDBClient(options);
  const outputs = async () =>
    JSON.parse(await estate.must(CELL, "output", "-json", ...NO_QUESTIONS.slice(1))) as Readonly<
      Record<string, { readonly value: string }>
    >;
  const machine = async (): Promise<string> =>
    (await outputs())["fulfilment_state_machine_arn"]?.value ?? "";
  return {
    place: async (event: OrderEvent): Promise<void> => {
      const queue = (await outputs())["fulfilment_queue_url"]?.value;
      await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: eventOf(event) }));
    },
    executions: async () =>
      (await sfn.send(new ListExecutionsCommand({ stateMachineArn: await machine() })))
        .executions ?? [],
    /** The name of the error is there where it failed. */
    outcome: async (id: string) => {
      const arn = (await machine()).replace(":stateMachine:", ":execution:");
      const name = executionNameOf(id);
      const { status, error } = await sfn.send(
        new DescribeExecutionCommand({ executionArn: `${arn}:${name}` }),
      );
      return error === undefined ? { status } : { status, error };
    },
    put: async (item: object): Promise<void> => {
      await table.send(new PutItemCommand({ TableName: TABLE, Item: marshall(item) }));
    },
    find: async (key: string) => {
      const found = await table.send(
        new GetItemCommand({ TableName: TABLE, Key: marshall({ key }), ConsistentRead: true }),
      );
      return found.Item && unmarshall(found.Item);
    },
  };
}
