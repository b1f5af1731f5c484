import type { Zone } from "../network/slots";

/** What code does with files; EFS knows no more. */
export const FILE_VERBS = ["read", "write"] as const;

export type FileVerb = (typeof FILE_VERBS)[number];

/** A file store after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface FileStore {
  readonly kind: "file";
  readonly name: string;
  /** Where code finds it. */
  readonly mount: string;
  /** What code sees of the file system. */
  readonly directory: string;
  readonly owner: { readonly uid: number; readonly gid: number };
  /** Where code runs that mounts it; undefined where all of the network's zones are meant, also those that join. */
  readonly zones: readonly Zone[] | undefined;
  /** Days until a file that nobody uses goes to Infrequent Access. */
  readonly warmAfterDays: number | undefined;
  /** Days until it goes to Archive. */
  readonly archiveAfterDays: number | undefined;
  readonly deletionProtection: boolean;
  /** Whether it is copied where its environment has a vault. */
  readonly backup: boolean;
  readonly access: readonly FileVerb[];
}
