import type { Request, Response } from "express";
import { createHandler } from "./handler";
import { googleLine, jsonLog, type Log } from "./log";
import { count } from "./metrics";
import type { Outcome } from "./outcome";
import { readPush } from "./push";
import { googleSettings } from "./settings";
import { FirestoreStore } from "./store/firestore";

const settings = googleSettings(process.env);
const [, project = ""] = settings.SUBSCRIPTION.split("/");
const context = {
  service: settings.SERVICE,
  environment: settings.ENVIRONMENT,
  subscription: settings.SUBSCRIPTION,
};
const sink = (line: string) => void process.stdout.write(line);
const log: Log = jsonLog(sink, Date.now, context, googleLine(project));
const handle = createHandler({
  store: new FirestoreStore({
    project,
    database: settings.STATE_DATABASE,
    collection: settings.STATE_COLLECTION,
  }),
  clock: Date.now,
  log,
  maxAttempts: settings.MAX_RETRIES,
});

/**
 * A function behind a Pub/Sub push subscription: 204 acknowledges; everything else does not, and
 * the subscription's retry and dead-letter policies decide what comes next. 4xx says that another
 * attempt cannot help, 5xx that it may: the push metrics tell them apart by response class.
 */
export async function orders(request: Request, response: Response): Promise<void> {
  const pushed = readPush(request.body, request.get("traceparent"));
  if ("problem" in pushed) {
    log.write("WARN", "request refused", { reason: pushed.problem });
    response.status(400).end();
    return;
  }
  const outcome = await handle(pushed.delivery);
  publish(outcome);
  response.status(statusOf(outcome)).end();
}

function statusOf(outcome: Outcome): number {
  if (outcome.status !== "failed") return 204;
  return outcome.poison ? 422 : 503;
}

/** The counters as members of one line: log-based metrics read them from there. */
function publish(outcome: Outcome): void {
  log.write("INFO", "counts", count([outcome]));
}
