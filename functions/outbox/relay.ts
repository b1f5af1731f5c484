import type { PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { OutboxEvent } from "./event";
import { MOST_BYTES } from "./record";

/** Sends entries to the bus, ten at most; resolves to why each was not taken, undefined where it was. */
export type Publish = (
  entries: readonly PutEventsRequestEntry[],
) => Promise<readonly (string | undefined)[]>;

/** One JSON object a line; no payload is in it. */
export type Log = (line: Readonly<Record<string, unknown>>) => void;

/** An event of the outbox, and where it stands in the table's stream. */
interface Waiting {
  readonly sequenceNumber: string;
  readonly bytes: number;
  readonly entry: PutEventsRequestEntry;
}

/** The most that EventBridge takes in one request. */
const MOST_ENTRIES = 10;

/**
 * Carries events from the stream of an outbox to the bus, in order, each until the bus has it: from the first that was not taken on, Lambda
 * hands all over again. What is killed between the two is published again, under the same id.
 */
export function createRelay(bus: string, publish: Publish, log: Log) {
  return async ({
    Records: records,
  }: Pick<DynamoDBStreamEvent, "Records">): Promise<DynamoDBBatchResponse> => {
    const read = records.map((record) => waitingIn(record, bus));
    const broken = read.indexOf(undefined);
    // What is no event holds up what comes after it, not what came before.
    const sound = read.slice(0, broken < 0 ? undefined : broken) as Waiting[];
    const failed = (await publishAll(sound, publish, log)) ?? numberOfBroken(records[broken], log);
    return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: failed }] };
  };
}

/** @returns the number of the first that was not taken; undefined where all were */
async function publishAll(
  waiting: readonly Waiting[],
  publish: Publish,
  log: Log,
): Promise<string | undefined> {
  for (const request of requestsOf(waiting)) {
    const entries = request.map(({ entry }) => entry);
    const reasons = await taken(entries, publish);
    const first = reasons.findIndex((reason) => reason !== undefined);
    request
      .slice(0, first < 0 ? undefined : first)
      .forEach((one) => log({ level: "INFO", message: "event published", ...named(one) }));
    const failed = request[first];
    if (failed === undefined) continue;
    const message = "event not taken: it is sent again, and all after it";
    log({ level: "ERROR", message, reason: reasons[first], ...named(failed) });
    return failed.sequenceNumber;
  }
  return undefined;
}

/**
 * Why each was not taken, up to the first that was not; undefined where it was. IAM refuses a request as a whole for one entry of a type
 * that the service publishes no more: then each goes alone, so that those before it are sent and it is named.
 */
async function taken(
  entries: readonly PutEventsRequestEntry[],
  publish: Publish,
): Promise<readonly (string | undefined)[]> {
  try {
    return await publish(entries);
  } catch (error) {
    if (entries.length === 1) return [error instanceof Error ? error.name : "unknown"];
  }
  const reasons: (string | undefined)[] = [];
  for (const entry of entries) {
    reasons.push(...(await taken([entry], publish)));
    if (reasons.at(-1) !== undefined) break;
  }
  return reasons;
}

/** Their order is kept. */
function requestsOf(waiting: readonly Waiting[]): Waiting[][] {
  const requests: Waiting[][] = [];
  let bytes = 0;
  for (const one of waiting) {
    const last = requests.at(-1);
    if (last && last.length < MOST_ENTRIES && bytes + one.bytes <= MOST_BYTES) last.push(one);
    else {
      requests.push([one]);
      bytes = 0;
    }
    bytes += one.bytes;
  }
  return requests;
}

/** Undefined where the record holds no event. */
function waitingIn({ dynamodb }: DynamoDBRecord, bus: string): Waiting | undefined {
  const text = dynamodb?.NewImage?.["event"]?.S ?? "";
  const event = parse(text);
  if (event === undefined) return undefined;
  const { source, type, time } = event;
  return {
    ...{ sequenceNumber: dynamodb?.SequenceNumber ?? "", bytes: Buffer.byteLength(text) },
    entry: {
      ...{ EventBusName: bus, Source: source, DetailType: type, Detail: text },
      Time: new Date(time),
    },
  };
}

/** Undefined where EventBridge would not know what to do with it. */
function parse(text: string): OutboxEvent | undefined {
  try {
    const event = JSON.parse(text) as Partial<Record<keyof OutboxEvent, unknown>>;
    const { source, type, time } = event;
    return [source, type, time].every((one) => typeof one === "string")
      ? (event as unknown as OutboxEvent)
      : undefined;
  } catch {
    return undefined;
  }
}

function numberOfBroken(record: DynamoDBRecord | undefined, log: Log): string | undefined {
  if (record === undefined) return undefined;
  const message = "item holds no event: it is handed over again until it is set aside";
  log({ level: "ERROR", message });
  return record.dynamodb?.SequenceNumber;
}

function named({ entry }: Waiting) {
  const { id } = JSON.parse(entry.Detail ?? "{}") as OutboxEvent;
  return { source: entry.Source, type: entry.DetailType, id };
}
