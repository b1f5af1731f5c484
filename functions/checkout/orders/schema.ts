/** Any number that no other lock of the database has: `checkout` in ASCII, its first seven letters. */
const LOCK = "0x636865636b6f75";

/** How long a task waits for another that makes the same schema, in milliseconds. */
export const MIGRATION_TIMEOUT = 20_000;

/**
 * The schema, made by whichever task comes first and found by the others, in one transaction. It is safe to run again. What
 * changes it later is added below, as a statement that is safe to run again too and that the code before it can live with: old
 * and new tasks run side by side during a deployment.
 */
export const MIGRATION: readonly string[] = [
  `SET LOCAL lock_timeout = ${MIGRATION_TIMEOUT}`,
  `SET LOCAL statement_timeout = ${MIGRATION_TIMEOUT}`,
  // Two tasks that create one table at once would fail on the catalogue's own keys.
  `SELECT pg_advisory_xact_lock(${BigInt(LOCK)})`,
  `CREATE TABLE IF NOT EXISTS orders (
     id uuid PRIMARY KEY,
     idempotency_key text NOT NULL UNIQUE,
     request_digest text NOT NULL,
     cart_id uuid NOT NULL UNIQUE,
     currency text NOT NULL,
     total_minor bigint NOT NULL CHECK (total_minor >= 0),
     placed_at timestamptz NOT NULL
   )`,
  `CREATE TABLE IF NOT EXISTS order_items (
     order_id uuid NOT NULL REFERENCES orders,
     position integer NOT NULL,
     sku text NOT NULL,
     quantity integer NOT NULL CHECK (quantity > 0),
     unit_price_minor bigint NOT NULL CHECK (unit_price_minor >= 0),
     PRIMARY KEY (order_id, position)
   )`,
];
