import * as z from "zod";
import type { Delivery } from "./handler";
import { problems } from "./problems";
import { fromTraceparent } from "./trace";

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What Pub/Sub pushes; `deliveryAttempt` is there when the subscription has a dead-letter topic. */
const push = z.object({
  message: z.object({
    messageId: z.string().min(1),
    data: z.string().regex(BASE64),
  }),
  deliveryAttempt: z.int().positive().optional(),
});

export type Pushed =
  | { readonly delivery: Delivery }
  /** Not a Pub/Sub push: names members, never values. */
  | { readonly problem: string };

/** Reads the JSON body of one push request. */
export function readPush(body: unknown, traceparent: string | undefined): Pushed {
  const read = push.safeParse(body);
  if (!read.success) {
    const known = { "message.data": "expected base64" };
    return { problem: `not a Pub/Sub push: ${problems("", read.error, known)}` };
  }
  const { message, deliveryAttempt: attempt = 1 } = read.data;
  const text = Buffer.from(message.data, "base64").toString("utf8");
  const trace = fromTraceparent(traceparent);
  return { delivery: { messageId: message.messageId, body: text, attempt, trace } };
}
