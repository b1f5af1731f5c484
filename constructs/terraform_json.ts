import type { Move } from "./ledger/ledger";

/** Terraform's JSON syntax as far as this room reads it back. */
export interface TerraformJson {
  readonly terraform?: {
    readonly required_version?: string;
    readonly required_providers?: Readonly<Record<string, { source: string; version: string }>>;
    readonly backend?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  /** Type, then name. */
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  /** What is asked for at each plan and apply and kept nowhere. */
  readonly ephemeral?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly provider?: Readonly<Record<string, readonly Attributes[]>>;
  readonly output?: Readonly<Record<string, Attributes>>;
  readonly moved?: readonly Move[];
  readonly "//"?: unknown;
}

export type Attributes = Readonly<Record<string, unknown>>;

/** How many resources a stack declares. */
export function countResources(json: TerraformJson): number {
  return Object.values(json.resource ?? {}).reduce(
    (sum, byName) => sum + Object.keys(byName).length,
    0,
  );
}
