import type { ObjectVerb, StorageTier } from "./object_declaration";

/** An object store after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface ObjectStore {
  readonly kind: "object";
  readonly name: string;
  readonly tier: StorageTier;
  /** In the order in which objects go down; those of the tier alone. */
  readonly transitions: readonly Transition[];
  readonly oldVersionDays: number;
  readonly expireDays: number | undefined;
  readonly immutable: Immutable | undefined;
  /** The copy in another region. */
  readonly replica: Replica | undefined;
  readonly events: boolean;
  readonly deletionProtection: boolean;
  /** What the service's own code calls. */
  readonly access: readonly ObjectVerb[];
}

export interface Transition {
  readonly to: "warm" | "cold" | "archive" | "auto";
  readonly afterDays: number;
}

export interface Immutable {
  readonly days: number;
  readonly mode: "governance" | "compliance";
}

export interface Replica {
  readonly region: string;
  readonly deletes: boolean;
  readonly transitions: readonly Transition[];
  readonly timeControl: boolean;
}
