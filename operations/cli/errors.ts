/**
 * A mistake that the person at the keyboard can mend: its message says what, where and what to do,
 * and is all that is printed. Anything else that is thrown is a defect of Plinth.
 */
export class UserError extends Error {
  /** @param exitCode - @default 1: nothing was decided */
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
    this.name = "UserError";
  }
}

/** The message of whatever was thrown: the C runtime under opa-wasm throws strings. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** `ENOENT` and its like; undefined where it is none of the system's errors. */
export function systemCode(error: unknown): string | undefined {
  const code: unknown = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}
