import {
  EventBridgeClient,
  PutEventsCommand,
  type EventBridgeClientConfig,
} from "@aws-sdk/client-eventbridge";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { setting } from "./record";
import { createRelay, type Publish } from "./relay";

/** A call waits 5 s at most, and is made three times. */
const BOUNDS: EventBridgeClientConfig = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};

/** To EventBridge, which answers well where it took some and others not. */
export function eventBridge(): Publish {
  const client = new EventBridgeClient(BOUNDS);
  return async (entries) => {
    const { Entries: answers = [] } = await client.send(
      new PutEventsCommand({ Entries: [...entries] }),
    );
    return entries.map((_, index) => {
      const answer = answers[index];
      return answer?.EventId === undefined ? (answer?.ErrorCode ?? "NoAnswer") : undefined;
    });
  };
}

export const relayWith = (publish: Publish) =>
  createRelay(setting(process.env, "EVENT_BUS"), publish, (line) =>
    process.stdout.write(
      `${JSON.stringify({ ...line, service: setting(process.env, "SERVICE") })}\n`,
    ),
  );

let relay: ReturnType<typeof relayWith> | undefined;

/** Behind the stream of a service's outbox. */
export function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  relay ??= relayWith(eventBridge());
  return relay(event);
}
