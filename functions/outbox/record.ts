import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { outboxEvent, type Happened } from "./event";

type Environment = Readonly<Record<string, string | undefined>>;

/** Writes what has happened together with what it tells of. */
export interface Outbox {
  /**
   * The item of an event, which goes into the same transaction as what it tells of. Its condition fails where the subject has an event
   * of this sequence already, and the whole transaction with it.
   *
   * @throws {RangeError} when the event can never be published: nobody declared its type, its sequence or its time is none, or it is too large
   */
  readonly record: (happened: Happened) => TransactWriteItem;
}

/**
 * EventBridge takes 256 KiB in a request, the names of source and type among them.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html
 */
export const MOST_BYTES = 255 * 1_024;

/**
 * The outbox of the service whose code this is.
 *
 * @param env - `OUTBOX_TABLE`, `EVENT_TYPES` and `SERVICE`, and `OUTBOX_KEEP_DAYS` where events are deleted after that time
 */
export function outbox(env: Environment = process.env, now: () => number = Date.now): Outbox {
  const [table, source] = [setting(env, "OUTBOX_TABLE"), setting(env, "SERVICE")];
  const types = setting(env, "EVENT_TYPES").split(",");
  const keep = env["OUTBOX_KEEP_DAYS"];
  const ttl = () =>
    keep === undefined ? {} : { ttl: Math.floor(now() / 1_000) + Number(keep) * 86_400 };
  return {
    record: (happened) => {
      const { type, subject, sequence } = happened;
      if (!types.includes(type))
        throw new RangeError(
          `type: expected an event that ${source} publishes (${types.join(", ")}), got "${type}"`,
        );
      const event = JSON.stringify(outboxEvent(happened, source, now));
      const bytes = Buffer.byteLength(event);
      if (bytes > MOST_BYTES)
        throw new RangeError(`event: expected at most ${MOST_BYTES} bytes, got ${bytes}`);
      return {
        Put: {
          TableName: table,
          Item: marshall({ subject, sequence, type, event, ...ttl() }),
          ConditionExpression: "attribute_not_exists(#subject)",
          ExpressionAttributeNames: { "#subject": "subject" },
        },
      };
    },
  };
}

/** @throws {Error} where the variable is missing */
export function setting(env: Environment, name: string): string {
  const value = env[name];
  if (value !== undefined && value !== "") return value;
  throw new Error(
    `environment of the function: missing: ${name}; it is there where the service declares an \`outbox\``,
  );
}
