import { Pool, type PoolClient, type QueryResultRow } from "pg";
import { reasonOf, StoreError } from "../store_error";
import type { Order } from "./order";
import type { Orders, Origin, PlacedOrder, Placing } from "./orders";
import { MIGRATION, MIGRATION_TIMEOUT } from "./schema";

export interface DatabaseConnection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Asked for each new connection. */
  readonly password: () => Promise<string>;
  /** PEM certificates of those who may sign the server's. */
  readonly authorities: readonly string[];
}

/** Bounds, in milliseconds. */
export interface Limits {
  /** Until there is a connection, new or free again. */
  readonly connect: number;
  /** One statement; the server stops it, and a little later we no longer wait. */
  readonly statement: number;
  readonly connections: number;
}

/** A caller waits: an order takes six statements at most, which end well within a balancer's 60 s. */
export const LIMITS: Limits = { connect: 2_000, statement: 2_000, connections: 10 };

const SELECT = `
  SELECT id, cart_id, currency, total_minor, placed_at, request_digest,
    (SELECT json_agg(json_build_object('sku', sku, 'quantity', quantity, 'unitPriceMinor', unit_price_minor)
       ORDER BY position) FROM order_items WHERE order_id = orders.id) AS items
  FROM orders`;

/** DO NOTHING waits for a transaction that is about to insert the same key or cart. */
const INSERT = `
  INSERT INTO orders (id, idempotency_key, request_digest, cart_id, currency, total_minor, placed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`;

const INSERT_ITEMS = `
  INSERT INTO order_items (order_id, position, sku, quantity, unit_price_minor)
  SELECT $1, item.position, item.sku, item.quantity, item.price
  FROM unnest($2::text[], $3::integer[], $4::bigint[]) WITH ORDINALITY AS item (sku, quantity, price, position)`;

/** Orders in PostgreSQL, reached by TLS whose other side is verified. */
export class PostgresOrders implements Orders {
  private readonly pool: Pool;

  constructor(connection: DatabaseConnection, limits: Limits = LIMITS) {
    this.pool = new Pool(options(connection, limits));
    // Without a listener, a connection that breaks would end the process; its user is told by its own query.
    this.pool.on("error", ignore);
    this.pool.on("connect", (client) => client.on("error", ignore));
  }

  /**
   * Makes the schema, or finds it made.
   *
   * @throws {StoreError}
   */
  async migrate(): Promise<void> {
    await this.transaction(async (client) => {
      for (const text of MIGRATION) {
        const query = { text, query_timeout: MIGRATION_TIMEOUT + 1_000 };
        await client.query(query);
      }
    });
  }

  async find(id: string): Promise<Order | undefined> {
    return (await this.one(this.pool, "id", id))?.order;
  }

  findByKey(key: string): Promise<PlacedOrder | undefined> {
    return this.one(this.pool, "idempotency_key", key);
  }

  place(order: Order, origin: Origin): Promise<Placing> {
    return this.transaction(async (client) => {
      if (await insert(client, order, origin)) return { kind: "placed" };
      const placed = await this.one(client, "idempotency_key", origin.key);
      return placed === undefined ? { kind: "cartOrdered" } : { kind: "keyUsed", placed };
    });
  }

  /** Waits for what is under way. */
  close(): Promise<void> {
    return this.pool.end();
  }

  private async one(
    from: Pick<Pool, "query">,
    column: "id" | "idempotency_key",
    value: string,
  ): Promise<PlacedOrder | undefined> {
    const { rows } = await told(from.query<OrderRow>(`${SELECT} WHERE ${column} = $1`, [value]));
    return rows[0] && toPlaced(rows[0]);
  }

  /** READ COMMITTED: after an insert that found a conflict, a select sees who was first. */
  private async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await told(this.pool.connect());
    try {
      await client.query("BEGIN");
      const result = await work(client);
      await client.query("COMMIT");
      client.release();
      return result;
    } catch (error) {
      // The server rolls back what a closed connection leaves open, also when ROLLBACK could not be sent.
      client.release(true);
      throw toStoreError(error);
    }
  }
}

async function insert(client: PoolClient, order: Order, { key, digest }: Origin): Promise<boolean> {
  const { id, cartId, currency, totalMinor, placedAt, items } = order;
  const values = [id, key, digest, cartId, currency, totalMinor, placedAt];
  const { rowCount } = await client.query(INSERT, values);
  if (rowCount === 0) return false;
  const columns = [
    items.map(({ sku }) => sku),
    items.map(({ quantity }) => quantity),
    items.map(({ unitPriceMinor }) => unitPriceMinor),
  ];
  await client.query(INSERT_ITEMS, [id, ...columns]);
  return true;
}

interface OrderRow extends QueryResultRow {
  readonly id: string;
  readonly cart_id: string;
  readonly currency: string;
  /** pg gives a bigint as text; ours are below 2⁵³. */
  readonly total_minor: string;
  readonly placed_at: Date;
  readonly request_digest: string;
  readonly items: Order["items"];
}

const toPlaced = (row: OrderRow): PlacedOrder => ({
  order: {
    ...{ id: row.id, cartId: row.cart_id, currency: row.currency },
    ...{ totalMinor: Number(row.total_minor), items: row.items },
    placedAt: row.placed_at.toISOString(),
  },
  digest: row.request_digest,
});

const options = (connection: DatabaseConnection, { connect, statement, connections }: Limits) => {
  const { authorities, ...rest } = connection;
  return {
    ...rest,
    ssl: { ca: [...authorities], rejectUnauthorized: true },
    max: connections,
    connectionTimeoutMillis: connect,
    // A database that pauses does so when nobody is connected.
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: statement,
    query_timeout: statement + 500,
    idle_in_transaction_session_timeout: 5_000,
    application_name: "checkout",
  };
};

/** What pg says of itself without a code: fixed texts, which quote nothing. */
const FIXED =
  /^(Query read timeout|timeout exceeded when trying to connect|Connection terminated( [a-z ]+)?)$/;

/** Data, constraints and syntax: what fails so once fails so again, and is our mistake. */
const OURS = /^(22|23|42)/;

function toStoreError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const reason = reasonOf(error);
  if (OURS.test(reason) && reason.length === 5) return error;
  const fixed = error instanceof Error && FIXED.test(error.message);
  return new StoreError("orders", fixed ? error.message : reason);
}

async function told<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    throw toStoreError(error);
  }
}

function ignore(): void {}
