import type { OrderRecord } from "../record";

/** What the one conditional write found. */
export type PutResult =
  | { readonly kind: "written" }
  /** The event was handled before; `digest` is that of the record that stands. */
  | { readonly kind: "exists"; readonly digest: string };

/** Where orders are kept. */
export interface Store {
  /**
   * Writes the record unless its `eventId` is taken: atomic, and durable once it resolves.
   *
   * @throws {StoreError} when it is not known that the record stands
   */
  putOnce(record: OrderRecord): Promise<PutResult>;
}

/** The store did not answer, or refused. The cause's own message is not kept: it may quote data. */
export class StoreError extends Error {
  override readonly name = "StoreError";

  constructor(
    /** A class of error, such as `TimeoutError` or `ThrottlingException`. */
    readonly code: string,
  ) {
    super(`the state store failed: ${code}`);
  }
}
