import type { FileVerb } from "./file_settled";

/** Files in directories that all of a service's code sees at once, as on a disk: EFS on AWS. It stands in the network's isolated tier (docs/data.md). */
export interface FileStoreDeclaration {
  readonly kind: "file";

  /**
   * Where code finds it, an absolute path. A function takes `/mnt/` and one name.
   *
   * @default - `/mnt/` and the store's name
   */
  readonly mount?: string;

  /**
   * What the service's code does with files, and so all that it is granted: who writes reads too.
   *
   * @default ["read", "write"]
   */
  readonly access?: readonly FileVerb[];

  /**
   * Whose all files are, whoever writes them: numbers of a user and a group, 1 to 4294967295. Another owner does not get the files that
   * are there.
   *
   * @default - 1000 of both, as which containers run
   */
  readonly owner?: FileOwnerDeclaration;

  /**
   * The directory of the file system that code sees, and nothing beside it. A copy that is brought back into the file system lies in a
   * directory of its own: name that one to have it.
   *
   * @default - `/` and the store's name
   */
  readonly directory?: string;

  /**
   * How long after a file was last read or written it goes to what costs less to keep, and more to read. It comes back when it is read.
   *
   * @default - `warm: "30d"`, `archive: "90d"`
   */
  readonly after?: FileAgesDeclaration;

  /**
   * Let Terraform refuse to destroy or replace the file system. Delete twice on purpose: switch it off, apply, then remove.
   *
   * @default - on in production, off in development
   */
  readonly deletionProtection?: boolean;

  /**
   * Copy it into the cell's vault, where the environment has one (`backup`).
   *
   * @default true
   */
  readonly backup?: boolean;
}

export interface FileOwnerDeclaration {
  /** The user's number. */
  readonly uid: number;

  /** The group's number. */
  readonly gid: number;
}

export interface FileAgesDeclaration {
  /**
   * Until it goes to Infrequent Access.
   *
   * @default "30d"
   */
  readonly warm?: FileAge | "never";

  /**
   * Until it goes to Archive; longer than `warm`.
   *
   * @default - "90d", or the next age where `warm` is as long or longer; "never" where `warm` is, or is "365d"
   */
  readonly archive?: FileAge | "never";
}

/** The ages that EFS takes. */
export type FileAge = "1d" | "7d" | "14d" | "30d" | "60d" | "90d" | "180d" | "270d" | "365d";

export type { FileVerb } from "./file_settled";
