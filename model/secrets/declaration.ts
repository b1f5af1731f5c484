import type { Duration } from "../declaration";

/** Something that opens what others run, such as the key of a payment provider. A person gives it its value, which no file and no state holds. */
export interface SecretDeclaration {
  /** What it opens and where a new one is got, in a sentence: for whoever has to give it a value at night. */
  readonly description: string;

  /**
   * How long it can be brought back after it was deleted, 7 to 30 days.
   *
   * @default "30d" in production, "7d" in development
   */
  readonly recoveryWindow?: Duration;

  /**
   * Have a random value made and put there, which no file, plan or state ever holds; `{}` takes every default. It takes a tool of 1.11
   * (`tool` of the environment).
   *
   * @default - a person gives it its value
   */
  readonly generate?: GeneratedValueDeclaration;

  /**
   * Have code of yours give it another value again and again, which what it opens learns of first (docs/secrets.md).
   *
   * @default - it keeps its value until a person gives it another one
   */
  readonly rotate?: RotationDeclaration;
}

/** Code that makes a new value, tells it to what the secret opens, and tries it. */
export interface RotationDeclaration {
  /** Folder of the code, from the repository's root, with `aws.ts`. */
  readonly code: string;

  /** How long a value is used, 1 to 1000 days. */
  readonly every: Duration;

  /**
   * Let the code ask AWS to make a random value up.
   *
   * @default false
   */
  readonly random?: boolean;

  /**
   * The most time that one of the four steps may take, 1 second to 15 minutes.
   *
   * @default "60s"
   */
  readonly timeout?: Duration;
}

/** A random value that only machines know. */
export interface GeneratedValueDeclaration {
  /**
   * Its characters, 16 to 4096: lower-case and upper-case letters, digits and punctuation, each of them at least once.
   *
   * @default 32
   */
  readonly length?: number;

  /**
   * Whether punctuation is among them; without it a value can stand in an address or a command as it is.
   *
   * @default true
   */
  readonly punctuation?: boolean;

  /**
   * Raise it, and the next apply puts another value there; the one before is kept as `AWSPREVIOUS`.
   *
   * @default 1
   */
  readonly version?: number;
}
