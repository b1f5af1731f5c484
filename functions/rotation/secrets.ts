/** What rotation asks of the place that keeps secrets; a version is called by the token that Secrets Manager gave it. */
export interface Secrets {
  /** What is known of a secret, and of the versions of its value. */
  describe(secret: string): Promise<Described>;

  /** A value, by its stage and, where one is said, its version; undefined where there is none. */
  read(secret: string, stage: Stage, version?: string): Promise<string | undefined>;

  /** Keeps a value as the version that is pending; the same twice is once. */
  write(secret: string, version: string, value: string): Promise<void>;

  /** Makes a version the one in use, in place of another. */
  promote(secret: string, version: string, from: string | undefined): Promise<void>;

  /** A value that is made up, which the declaration has to allow (`random`). */
  random(length: number): Promise<string>;
}

export type Stage = "AWSCURRENT" | "AWSPENDING";

export interface Described {
  readonly rotated: boolean;
  /** The stages of each version. */
  readonly stages: Readonly<Record<string, readonly string[]>>;
}
