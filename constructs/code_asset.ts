import type { Service } from "../model/service";

/** What is meant of a service beside its own code: what rotates one of its secrets, or what carries events out of its outbox. */
export type CodePart = { readonly rotates: string } | "outbox";

/** The zip of a service's own code for its cloud, or of a part beside it. */
export type CodeOf = (service: Service, part?: CodePart) => CodeAsset;

/** A function's code as a zip beside the stack. Whoever calls the constructs writes the file; they only name it. */
export interface CodeAsset {
  /** From the stack's directory, with forward slashes: `assets/orders-aws.zip`. */
  readonly fileName: string;
  /** SHA-256 of the zip's bytes, as Terraform's `filebase64sha256` gives it. */
  readonly sha256Base64: string;
  /** SHA-256 of the zip's bytes, in lower-case hexadecimal. */
  readonly sha256Hex: string;
}
