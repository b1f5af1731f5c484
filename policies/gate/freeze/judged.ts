import type { Verdict } from "../types";
import type { Budget, Standing } from "./budget";
import type { Concern, Origins } from "./concerns";
import type { Change } from "./effects";
import type { FreezeException } from "./exceptions";
import type { Intent, Row } from "./freeze";
import type { Evidence, Proof } from "./history";

/** A plan about to be released. */
export interface Planned {
  readonly stack: string | null;
  readonly changes: readonly Change[];
  readonly evidence: Evidence;
  readonly origins: Origins;
}

/** Under which the freeze judges. */
export interface Terms {
  readonly now: Date;
  readonly budget: Budget;
  readonly intent: Intent;
  readonly exceptions: readonly FreezeException[];
  readonly history: readonly Verdict[];
}

/** One plan, one service, and the answer. */
export interface Judged {
  readonly concern: Concern;
  readonly plan: Planned;
  readonly terms: Terms;
  readonly standing: Standing;
  readonly proof: Proof;
  readonly exception: FreezeException | undefined;
  readonly row: Row;
}
