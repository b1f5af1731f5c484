/** A resource that has another address than it had. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What is remembered of a stack: which resources it declared when it was last recorded, and what moved before. */
export interface StackLedger {
  /** Fingerprint of the content, by address. */
  readonly resources: Readonly<Record<string, string>>;

  /** Sorted by `from`. */
  readonly moved: readonly Move[];
}

/** Of a stack that nobody recorded. */
export const EMPTY: StackLedger = { resources: {}, moved: [] };

/** Of an environment, by the stack's id. */
export type Ledger = Readonly<Record<string, StackLedger>>;
