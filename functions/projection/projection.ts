import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { PoisonError, type SequencedEvent } from "./event";
import type { Position, View } from "./view";

/**
 * What an event changes of the read model: up to 98 writes. An event that changes nothing has none; it is counted as applied all the same.
 *
 * @throws {PoisonError} when the event can never be applied
 */
export type Apply = (event: SequencedEvent) => readonly TransactWriteItem[];

/** What became of an event: early ones wait in the table for those before them. */
export type Outcome = "applied" | "duplicate" | "waits";

/** How often somebody else may be faster before the event is left to be delivered again. */
const TRIES = 5;

/** Keeps a read model from events: each is applied once, and those of one subject in order, however they are delivered. */
export function createProjection(view: View, apply: Apply) {
  return async (event: SequencedEvent): Promise<Outcome> => {
    const outcome = await take(view, apply, event);
    // After a duplicate too: who was there before may have been killed at this point.
    await applyWaiting(view, apply, event);
    return outcome;
  };
}

async function take(view: View, apply: Apply, event: SequencedEvent): Promise<Outcome> {
  for (let tries = 0; tries < TRIES; tries++) {
    const position = await view.position(event);
    if (event.sequence <= position.sequence) return duplicate(event, position);
    if (event.sequence > position.sequence + 1) {
      await view.wait(event);
      return "waits";
    }
    if (await view.write(event, apply(event))) return "applied";
  }
  throw new Error("the subject changed at each try");
}

/** Who keeps an event and who applies the one before it at the same time do not miss one another: each writes first, and then reads. */
async function applyWaiting(view: View, apply: Apply, { source, subject }: SequencedEvent) {
  for (;;) {
    const { sequence } = await view.position({ source, subject });
    const next = await view.waiting({ source, subject, sequence: sequence + 1 });
    if (next === undefined) return;
    await view.write(next, apply(next));
  }
}

/** Two events under one number: the second would be lost without a word. */
function duplicate({ sequence, id }: SequencedEvent, position: Position): "duplicate" {
  if (sequence === position.sequence && id !== position.id)
    throw new PoisonError("sequence: another event of the subject has it");
  return "duplicate";
}
