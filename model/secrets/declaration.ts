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
}
