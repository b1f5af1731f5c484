import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { PoisonError, readEvent, type SequencedEvent } from "./event";
import type { Outcome } from "./projection";

/** One JSON object a line; no payload is in it. */
export type Log = (line: Readonly<Record<string, unknown>>) => void;

/** Takes the events of a queue one after the other. Reports the messages that failed, and only those are delivered again. */
export function createConsumer(project: (event: SequencedEvent) => Promise<Outcome>, log: Log) {
  return async ({ Records: records }: Pick<SQSEvent, "Records">): Promise<SQSBatchResponse> => {
    const failed: string[] = [];
    for (const { messageId, body } of records) {
      try {
        const event = readEvent(body);
        const outcome = await project(event);
        log({ level: "INFO", message: `event ${outcome}`, messageId, ...named(event) });
      } catch (error) {
        failed.push(messageId);
        const reason = reasonOf(error);
        log({ level: "ERROR", message: "event not applied", messageId, reason });
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

const named = ({ source, id, type }: SequencedEvent) => ({ source, id, type });

/** The message of an unforeseen error may quote anything: only what it is goes to the log. */
const reasonOf = (error: unknown): string => {
  if (error instanceof PoisonError) return error.message;
  return error instanceof Error ? error.name : "unknown";
};
