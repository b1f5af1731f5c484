import type { Duration } from "../declaration";

/** Objects by their key, such as images and files: a bucket of S3 on AWS. Private, encrypted, and every object can be brought back. */
export interface ObjectStoreDeclaration {
  readonly kind: "object";

  /**
   * How often objects are read once they are old, which decides the class that they are kept in. `hot`: always at hand.
   * `warm`: seldom, after 30 days. `cold`: hardly ever, after 90. `archive`: never, after 180, and then hours pass until one
   * can be read. `auto`: nobody knows; each object goes by its own use, for a fee per object. All but an archive answer at once.
   *
   * @default "auto"
   */
  readonly tier?: StorageTier;

  /**
   * How old an object is when it goes down, of each class that the tier goes down to.
   *
   * @default - 30, 90 and 180 days
   */
  readonly after?: TransitionsDeclaration;

  /**
   * How long an object that was overwritten or deleted can be brought back.
   *
   * @default "30d"
   */
  readonly oldVersions?: Duration;

  /**
   * Delete objects of this age.
   *
   * @default - objects stay until somebody deletes them
   */
  readonly expireAfter?: Duration;

  /**
   * Nobody can overwrite or delete a version of an object before its time is over. Can be declared before the first apply
   * only: S3 takes it for a new bucket.
   *
   * @default - whoever may write may delete, and the old version stays for `oldVersions`
   */
  readonly immutable?: ImmutableDeclaration;

  /**
   * Keep a copy of every object in another region, for the day on which this one is lost (docs/content.md). What was there
   * before is not copied.
   *
   * @default - objects are in the environment's region alone
   */
  readonly replicate?: ReplicateDeclaration;

  /**
   * Tell EventBridge of every object that comes and goes.
   *
   * @default true
   */
  readonly events?: boolean;

  /**
   * Let Terraform refuse to destroy the store. Delete twice on purpose: switch it off, apply, then remove.
   *
   * @default - on in production, off in development
   */
  readonly deletionProtection?: boolean;

  /**
   * What the service's own code calls, and so all that it is granted (docs/identity.md).
   *
   * @default ["get", "put"]
   */
  readonly access?: readonly ObjectVerb[];
}

/** What code may do with the objects of a store. */
export type ObjectVerb = "get" | "put" | "delete" | "list";

export type StorageTier = "hot" | "warm" | "cold" | "archive" | "auto";

/** S3 bills each class for a least time, so each is at least that long after the one before. */
export interface TransitionsDeclaration {
  /** To what is read seldom; at least 30 days. @default "30d" */
  readonly warm?: Duration;

  /** To what is read hardly ever; at least 30 days later. @default "90d" */
  readonly cold?: Duration;

  /** To what is read never; at least 90 days later. @default "180d" */
  readonly archive?: Duration;
}

export interface ImmutableDeclaration {
  /** How long each version is kept from the moment it is written; whole days. */
  readonly for: Duration;

  /**
   * `governance`: who has a permission of its own may lift it. `compliance`: nobody can, the account's root neither.
   *
   * @default "governance"
   */
  readonly mode?: "governance" | "compliance";
}

/** A copy in another region: private, versioned and encrypted like the store, by a key of that region. */
export interface ReplicateDeclaration {
  /** The region of the copy, such as `us-west-2`. */
  readonly to: string;

  /**
   * Hide in the copy what is deleted in the store, whose old versions the copy keeps for `oldVersions` too. A version that
   * is deleted for good stays in the copy, whatever is declared.
   *
   * @default true
   */
  readonly deletes?: boolean;

  /**
   * How often the copy's objects are read once they are old; its classes are reached at their default ages.
   *
   * @default - the store's tier and its ages
   */
  readonly tier?: StorageTier;

  /**
   * Have S3 promise to copy 99.9% of a month's objects within 15 minutes, for a fee per GB.
   *
   * @default - on in production, off in development
   */
  readonly timeControl?: boolean;
}
