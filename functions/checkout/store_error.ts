import { types } from "node:util";

/** A store did not answer, or refused. The cause's own message is not kept: it may quote data. */
export class StoreError extends Error {
  override readonly name = "StoreError";

  constructor(
    store: "carts" | "orders",
    /** A class of error, such as `TimeoutError`, `ECONNREFUSED` or an SQLSTATE. */
    readonly reason: string,
  ) {
    super(`the store of ${store} failed: ${reason}`);
  }
}

/** The code that an error carries, else its name: neither quotes data. */
export function reasonOf(error: unknown): string {
  if (!types.isNativeError(error)) return "unknown";
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" && /^\w{1,64}$/.test(code) ? code : error.name;
}
