/** Where resources of Google Cloud live; every construct that needs a place takes this. */
export interface Project {
  /** The project's id. */
  readonly project: string;

  /** The project's number, which names Google's service agents. */
  readonly projectNumber: string;

  /** Such as `us-central1`: functions, databases, keys and buckets stay in it. */
  readonly region: string;
}

/** Labels as Google Cloud takes them: lower-case letters, digits, dashes and underscores, 63 at most. */
export type Labels = Readonly<Record<string, string>>;

/** The IAM member of a service account that the same stack makes. */
export const member = (email: string): string => `serviceAccount:${email}`;
