import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { createConsumer } from "../projection/consumer";
import { createProjection } from "../projection/projection";
import { DynamoDbView } from "../projection/view";
import { setting } from "../saga/settings";
import { orderHistory } from "./history";

let consumer: ReturnType<typeof createConsumer> | undefined;

/** Behind SQS: applies events of orders to what customers see of theirs. */
export function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  consumer ??= makeConsumer(setting("STATE_TABLE"));
  return consumer(event);
}

const makeConsumer = (table: string) =>
  createConsumer(createProjection(new DynamoDbView(table), orderHistory(table)), (line) =>
    process.stdout.write(`${JSON.stringify({ ...line, service: setting("SERVICE") })}\n`),
  );
