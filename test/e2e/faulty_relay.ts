import { existsSync, writeFileSync } from "node:fs";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { eventBridge, relayWith } from "../../functions/outbox/aws";
import type { OutboxEvent } from "../../functions/outbox/event";
import type { Publish } from "../../functions/outbox/relay";

/** What an event may do to the relay, each once: the file that it names is there afterwards. */
export interface Fault {
  /** The relay is killed when the bus has the event, before it can say so. */
  readonly kills?: string;
  /** The bus does not take the event. */
  readonly refused?: string;
}

/** The relay as it is shipped, but for what events do to it. */
export const handler = (event: DynamoDBStreamEvent) => relay(event);

const publish: Publish = async (entries) => {
  const faults = entries.map(
    ({ Detail: detail }) => (JSON.parse(detail ?? "") as OutboxEvent).data as Fault,
  );
  const first = faults.findIndex(({ refused }) => happens(refused));
  // None of them reached the bus: those before it are said to be untaken too.
  if (first >= 0) return entries.map(() => "InternalFailure");
  const taken = await eventBridge()(entries);
  if (faults.some(({ kills }) => happens(kills))) process.kill(process.pid, "SIGKILL");
  return taken;
};

function happens(file: string | undefined): boolean {
  if (file === undefined || existsSync(file)) return false;
  writeFileSync(file, "");
  return true;
}

const relay = relayWith(publish);
