import type { Node } from "../relations";
import type { JsonObject, Origin, Stage } from "../../types";

/** What rules judge like a resource although it is none: a backend, a provider, the plan as a whole. */
export interface Pseudo {
  /** `terraform_…`; no provider has a resource of that name. */
  readonly type: string;
  readonly address: string;
  readonly after: JsonObject;
  /** Tree of `true` at what nobody knows. */
  readonly unknown?: JsonObject;
  readonly origin?: Origin;
}

/** Where it was found. */
export interface Found {
  readonly stack: string | null;
  readonly stage: Stage;
  readonly file: number;
}

/** Of what no declaration caused, as far as anybody knows. */
export const NOWHERE: Origin = { construct: null, source: null, path: null };
const silent = () => ({ values: [], references: [] });

/** The one built-in resource whose type begins like those of the pseudo resources. */
const REAL = "terraform_data";

/** Whether a type is one that only the gate knows: such a subject counts as no resource. */
export function isPseudo(type: string): boolean {
  return type.startsWith("terraform_") && type !== REAL;
}

export function pseudoNode(pseudo: Pseudo, found: Found): Node {
  const { type, address, after, unknown = {}, origin = NOWHERE } = pseudo;
  const subject = {
    ...found,
    ...{ type, address, after, written: after, unknown, origin },
    ...{ actions: [], replacePaths: [], gone: false, unresolved: {}, links: {}, former: [] },
  };
  return { subject, module: "", block: address, index: "", mentions: silent };
}
