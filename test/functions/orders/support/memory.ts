import { createHandler, type Handler } from "../../../../functions/orders/handler";
import { awsLine, jsonLog } from "../../../../functions/orders/log";
import type { OrderRecord } from "../../../../functions/orders/record";
import { StoreError, type PutResult, type Store } from "../../../../functions/orders/store/store";

/** What goes wrong with one call of the store. */
export type Fault = "none" | "timeoutBeforeWrite" | "timeoutAfterWrite";

/** A store with the one promise that both clouds give: the conditional write is atomic. */
export class MemoryStore implements Store {
  readonly records = new Map<string, OrderRecord>();
  writes = 0;
  faults: Fault[] = [];

  async putOnce(record: OrderRecord): Promise<PutResult> {
    const fault = this.faults.shift() ?? "none";
    await Promise.resolve();
    if (fault === "timeoutBeforeWrite") throw new StoreError("TimeoutError");
    const result = this.write(record);
    if (fault === "timeoutAfterWrite") throw new StoreError("TimeoutError");
    return result;
  }

  private write(record: OrderRecord): PutResult {
    const standing = this.records.get(record.eventId);
    if (standing !== undefined) return { kind: "exists", digest: standing.digest };
    this.records.set(record.eventId, record);
    this.writes += 1;
    return { kind: "written" };
  }
}

export const NOW = Date.UTC(2026, 0, 15, 9, 30);

export function setUp(store: Store = new MemoryStore(), maxAttempts = 3) {
  const lines: string[] = [];
  const log = jsonLog(
    (line) => lines.push(line),
    () => NOW,
    { service: "orders" },
    awsLine,
  );
  const handle: Handler = createHandler({ store, clock: () => NOW, log, maxAttempts });
  return { handle, lines, logged: () => lines.map((line) => JSON.parse(line)) };
}
