import { createHash } from "node:crypto";
import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";

/** Starts one execution; resolves to false where one of this name was started before. */
export type Start = (name: string, input: string) => Promise<boolean>;

/** One JSON object a line; no payload is in it. */
export type Log = (line: Readonly<Record<string, unknown>>) => void;

/** A message that can start nothing; the reason names attributes, never their values. */
export class PoisonError extends Error {
  override readonly name = "PoisonError";
}

/**
 * Starts an execution for each event of a batch, under a name that is made of the event's `source` and `id`: a duplicate finds the name
 * taken and starts nothing. Reports the messages that failed, and only those are delivered again.
 */
export function createStarter(start: Start, log: Log) {
  return async ({ Records: records }: Pick<SQSEvent, "Records">): Promise<SQSBatchResponse> => {
    const failed = await Promise.all(
      records.map(async ({ messageId, body }) => {
        try {
          const { name, input, source, id } = executionOf(body);
          const started = await start(name, input);
          const message = started ? "execution started" : "execution was started before";
          log({ level: "INFO", message, messageId, execution: name, source, id });
          return [];
        } catch (error) {
          log({
            level: "ERROR",
            message: "no execution started",
            messageId,
            reason: reasonOf(error),
          });
          return [{ itemIdentifier: messageId }];
        }
      }),
    );
    return { batchItemFailures: failed.flat() };
  };
}

/**
 * The execution of an event. Its name is a hash: ids may be longer than the 80 characters of a name and hold what it may not.
 *
 * @throws {PoisonError} when the body is no CloudEvents event in structured JSON mode
 */
export function executionOf(body: string): Execution {
  const event = readEvent(body);
  const { source, id } = event;
  const identity = `${source}|${id}`;
  return {
    ...{ source, id },
    name: createHash("sha256").update(identity).digest("hex"),
    input: JSON.stringify({ event }),
  };
}

/** An execution, and the event that it is of. */
export interface Execution {
  readonly name: string;
  /** JSON. */
  readonly input: string;
  readonly source: string;
  readonly id: string;
}

function readEvent(body: string): { readonly id: string; readonly source: string } {
  const event = parse(body);
  if (typeof event !== "object" || event === null) throw new PoisonError("expected a JSON object");
  const { id, source } = event as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries({ id, source }))
    if (typeof value !== "string" || value === "")
      throw new PoisonError(`${name}: expected a string of 1 character or more`);
  return event as { readonly id: string; readonly source: string };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The engine's own message quotes the text: it must not reach the log.
    throw new PoisonError("not JSON");
  }
}

/** The message of an unforeseen error may quote anything: only what it is goes to the log. */
const reasonOf = (error: unknown): string => {
  if (error instanceof PoisonError) return error.message;
  return error instanceof Error ? error.name : "unknown";
};

/** By Step Functions, which keeps a name for 90 days after its execution ended. */
export function stepFunctionsStart(stateMachineArn: string): Start {
  const client = new SFNClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      throwOnRequestTimeout: true,
    },
  });
  return async (name, input) => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
      return true;
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists) return false;
      throw error;
    }
  };
}
