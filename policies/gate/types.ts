/** The shapes of the gate: what it is given, what rules see, and the verdict it hands back. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export type Stage = "synth" | "plan";
export type Severity = "critical" | "high" | "medium" | "low";
export type Level = "advisory" | "overridable" | "hard";
export type UnknownMode = "set" | "defer" | "deny";

/** A file to judge: the name appears in the verdict, the bytes are what was read. */
export interface GateFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where a resource was declared, from the metadata of the synthesized stack. */
export interface Origin {
  /** Construct path, `dev-c01/orders/queue`. */
  readonly construct: string | null;
  /** File (relative to the repository) and line of the declaration. */
  readonly source: { readonly file: string; readonly line: number } | null;
  /** Path in the declaration, `orders.workload.queue`. */
  readonly path: string | null;
}

/** A resource linked to another one: only what rules read of it. */
export interface Link {
  readonly address: string;
  readonly after: JsonObject;
  readonly unknown: JsonObject;
  readonly links: Links;
}
export type Links = Record<string, Link[]>;

/** One resource at one stage, in the one shape that rules read. */
export interface Subject {
  readonly type: string;
  readonly address: string;
  readonly stack: string | null;
  readonly stage: Stage;
  readonly actions: readonly string[];
  /** Attributes that force a replacement, `hash_key` or `attribute.0.name`. */
  readonly replacePaths: readonly string[];
  /** True when the resource will not exist under this address after apply. */
  readonly gone: boolean;
  /** Values without nulls and without anything sensitive. */
  readonly after: JsonObject;
  /** `after`, and the text of each token whose value nobody knows where a stack was synthesized. */
  readonly written: JsonObject;
  /** Tree of `true` at what the author set and nobody knows yet. */
  readonly unknown: JsonObject;
  /** Link names for which some resource points at something nobody can resolve. */
  readonly unresolved: Record<string, true>;
  readonly links: Links;
  readonly origin: Origin;
  /** Addresses that the resource had before it was moved. */
  readonly former: readonly string[];
  /** Index of the file it was read from. */
  readonly file: number;
}

/** One row of `lib/relations.rego`. */
export interface Relation {
  readonly name: string;
  readonly on: "from" | "to";
  readonly depth: number;
  readonly carries: readonly string[];
  readonly from: string;
  readonly via: readonly string[];
  readonly to: string;
  readonly by: readonly string[];
  /** What stands before such a value in `via`: `table/orders` names the table `orders`. */
  readonly prefix?: string;
}

/** A path below `input`, as `opa deps` reports it. */
export type Path = readonly (string | number)[];

export interface Rule {
  readonly id: string;
  readonly package: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  /** @default - what its severity means, see `enforcement.ts` */
  readonly level?: Level;
  readonly types: readonly string[];
  readonly stages: readonly Stage[];
  readonly aliases: readonly string[];
  readonly controls: readonly string[];
  readonly fix: string;
  readonly unknown: UnknownMode;
  /** What the rule reads of its input. */
  readonly reads: readonly Path[];
  /**
   * Its page, from the repository's root.
   *
   * @default - `docs/policies/<id>.md`
   */
  readonly page?: string;
}

/** What the driver must know of the compiled rules; travels inside the Wasm as a custom section. */
export interface Manifest {
  readonly schema: "plinth.policies/v1";
  /** Hash of the Rego, by which it is seen that this is not built from it any more. */
  readonly sources: string;
  /** Hash of the shipped Wasm beside whose rules these were compiled; absent where they stand alone. */
  readonly beside?: string;
  readonly rules: readonly Rule[];
  readonly relations: readonly Relation[];
  readonly echoes: Readonly<Record<string, readonly string[]>>;
  readonly derived: readonly string[];
}

export interface Finding {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly level: Level;
  readonly verdict: "deny" | "undetermined" | "exempt";
  readonly address: string;
  readonly type: string;
  readonly construct: string | null;
  readonly source: { readonly file: string; readonly line: number } | null;
  readonly path: string | null;
  readonly message: string;
  readonly fix: string;
  /** Ticket of the exemption that applies. */
  readonly exemption: string | null;
}

export interface JudgedFile {
  readonly file: string;
  /** Of the JSON judged, hexadecimal. */
  readonly sha256: string;
  /** Of its meaning: a plan without timestamp and tool version, a stack without `//`; keys sorted. */
  readonly fingerprint: string;
  readonly stack: string | null;
}

export interface Verdict {
  readonly schema: "plinth.gate/v1";
  readonly judgedAt: string;
  readonly verdict: "pass" | "deny" | "undetermined";
  readonly complete: boolean;
  readonly plans: readonly JudgedFile[];
  readonly bundle: { readonly sha256: string };
  readonly exemptions: { readonly sha256: string | null };
  readonly budget: { readonly sha256: string | null };
  readonly counts: {
    readonly rules: number;
    readonly resources: number;
    readonly deny: number;
    readonly undetermined: number;
    readonly exempt: number;
    readonly advisory: number;
  };
  readonly findings: readonly Finding[];
}
