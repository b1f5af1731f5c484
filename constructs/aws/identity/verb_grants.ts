import type { Grantee } from "./grantee";

/** What is kept by keys may be read and written one by one, or as exact verbs say; each kind of store says what its verbs take. */
export abstract class VerbGrants<Verb extends string> {
  /** These and no others. */
  abstract only(verbs: readonly (Verb | "get" | "put")[], grantee: Grantee): void;

  /** One by its key. */
  read(grantee: Grantee): void {
    this.only(["get"], grantee);
  }

  /** One in place of whatever has its key. */
  write(grantee: Grantee): void {
    this.only(["put"], grantee);
  }

  readWrite(grantee: Grantee): void {
    this.only(["get", "put"], grantee);
  }
}
