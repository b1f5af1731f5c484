import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { orderOf, type Order } from "../../../functions/checkout/orders/order";
import {
  LIMITS,
  PostgresOrders,
  type DatabaseConnection,
  type Limits,
} from "../../../functions/checkout/orders/postgresql";
import { StoreError } from "../../../functions/checkout/store_error";
import { CONTENT, NOW } from "./support/memory";
import { eventually, freePort, makeCertificate, RealPostgres } from "./support/servers";

jest.setTimeout(60_000);

let server: RealPostgres;
let password: string;
let passwords: number;
const opened: PostgresOrders[] = [];

async function open(
  changes: Partial<DatabaseConnection> = {},
  limits: Partial<Limits> = {},
): Promise<PostgresOrders> {
  const connection = {
    ...{ host: "localhost", port: await server.port, database: "orders", user: "app_checkout" },
    authorities: [server.certificate],
    password: () => {
      passwords += 1;
      return Promise.resolve(password);
    },
  };
  const orders = new PostgresOrders({ ...connection, ...changes }, { ...LIMITS, ...limits });
  opened.push(orders);
  return orders;
}

const setPassword = async (next: string) => {
  await server.ask(`ALTER USER app_checkout PASSWORD '${next}'`);
  password = next;
};

let ids = 0;
const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;
const anOrder = (cartId = newId()): Order => orderOf({ id: cartId, ...CONTENT }, newId(), NOW);
const origin = (key: string) => ({ key, digest: "d" });
const count = async (table: string) =>
  Number((await server.ask<{ count: string }>(`SELECT count(*) FROM ${table}`))[0]?.count);
const times = <T>(number: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: number }, (_, index) => work(index)));

beforeAll(async () => {
  server = await new RealPostgres("scram-sha-256").start();
  passwords = 0;
  await setPassword("first");
});
afterAll(async () => {
  await Promise.all(opened.map((orders) => orders.close()));
  await server.stop();
});

test("the schema is made by ten tasks at once, with the rights that docs/data.md grants, and again", async () => {
  await times(10, async () => (await open()).migrate());
  await (await open()).migrate();
  const tables = await server.ask(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  );
  expect(tables).toEqual([{ table_name: "order_items" }, { table_name: "orders" }]);
});

describe("orders", () => {
  let orders: PostgresOrders;

  beforeAll(async () => {
    orders = await open();
    await orders.migrate();
  });
  beforeEach(() => server.ask("TRUNCATE orders, order_items"));

  test("are found as they were placed, by id and by key, whatever a sku holds", async () => {
    const skus = ["{", '"', "\\", ",}", "NULL", "'; --"];
    const items = skus.map((sku) => ({ sku, quantity: 999, unitPriceMinor: 1_000_000_000 }));
    const order = orderOf({ id: newId(), currency: "EUR", items }, newId(), NOW);
    expect(await orders.place(order, origin("k"))).toEqual({ kind: "placed" });
    expect(await orders.find(order.id)).toEqual(order);
    expect(await orders.findByKey("k")).toEqual({ order, digest: "d" });
    expect(await orders.find(newId())).toBeUndefined();
    expect(await orders.findByKey("other")).toBeUndefined();
  });

  test("that 20 requests place at once with one key are one, which all of them are told", async () => {
    const cart = newId();
    const others = await open();
    const placed = await times(20, async (index) => {
      const order = anOrder(cart);
      const placing = await (index % 2 ? orders : others).place(order, origin("k"));
      return placing.kind === "placed" ? { kind: "placed", order } : placing;
    });
    const first = placed.filter(({ kind }) => kind === "placed");
    expect(first).toHaveLength(1);
    const { order } = first[0] as { order: Order };
    const repeated = placed.filter(({ kind }) => kind === "keyUsed");
    expect(repeated).toEqual(Array(19).fill({ kind: "keyUsed", placed: { order, digest: "d" } }));
    expect([await count("orders"), await count("order_items")]).toEqual([1, 2]);
  });

  test("that 20 keys place at once of one cart are one", async () => {
    const cart = newId();
    const kinds = await times(20, async (index) => {
      return (await orders.place(anOrder(cart), origin(`k-${index}`))).kind;
    });
    expect(kinds.filter((kind) => kind === "placed")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "cartOrdered")).toHaveLength(19);
    expect(await count("orders")).toBe(1);
  });

  test("are placed wholly or not at all: one whose item is refused leaves its key free", async () => {
    const order = anOrder();
    const broken = { ...order, items: [...order.items, { ...CONTENT.items[0]!, quantity: 0 }] };
    const refused = orders.place(broken, origin("k"));
    await expect(refused).rejects.toMatchObject({ code: "23514" });
    await expect(refused).rejects.not.toBeInstanceOf(StoreError);
    expect([await count("orders"), await count("order_items")]).toEqual([0, 0]);
    expect(await orders.place(order, origin("k"))).toEqual({ kind: "placed" });
  });

  test("that wait for a lock fail within the bound, and are placed once it is gone", async () => {
    const impatient = await open({}, { statement: 300 });
    const order = anOrder();
    await server.asAdministrator(async (client) => {
      await client.query("BEGIN");
      await client.query("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
      const started = performance.now();
      await expect(impatient.place(order, origin("k"))).rejects.toEqual(
        new StoreError("orders", "57014"),
      );
      expect(performance.now() - started).toBeLessThan(3_000);
    });
    expect(await impatient.place(order, origin("k"))).toEqual({ kind: "placed" });
  });

  test("are told more than there are connections for within the bound", async () => {
    const narrow = await open({}, { connections: 1, connect: 200, statement: 1_000 });
    await server.asAdministrator(async (client) => {
      await client.query("BEGIN");
      await client.query("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
      const told = await Promise.allSettled([narrow.findByKey("a"), narrow.findByKey("b")]);
      expect(told).toMatchObject([
        { reason: new StoreError("orders", "57014") },
        { reason: new StoreError("orders", "timeout exceeded when trying to connect") },
      ]);
    });
  });

  test("give up a connection that never answers again, and are found over a new one", async () => {
    const one = await open({}, { connections: 1, statement: 100 });
    await one.findByKey("k");
    const [{ pid }] = (await server.ask<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE usename = 'app_checkout' ORDER BY backend_start DESC LIMIT 1`,
    )) as [{ pid: number }];
    process.kill(pid, "SIGSTOP");
    try {
      const started = performance.now();
      await expect(one.findByKey("k")).rejects.toEqual(
        new StoreError("orders", "Query read timeout"),
      );
      expect(performance.now() - started).toBeLessThan(3_000);
      expect(await one.findByKey("k")).toBeUndefined();
    } finally {
      process.kill(pid, "SIGCONT");
    }
  });

  test("outlive connections that the server ends, each new one with a new token", async () => {
    await orders.findByKey("k");
    await setPassword("second");
    const before = passwords;
    await server.ask(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app_checkout'",
    );
    expect(await eventually(() => orders.findByKey("k"))).toBeUndefined();
    expect(passwords).toBe(before + 1);
  });
});

describe("a database that cannot be trusted or reached", () => {
  const failure = async (changes: Partial<DatabaseConnection>) => {
    const orders = await open(changes);
    return orders.findByKey("k").catch((error: unknown) => error);
  };

  test("whose certificate another signed is sent no token", async () => {
    const folder = mkdtempSync(join(tmpdir(), "plinth-store-"));
    makeCertificate(folder, "localhost");
    const authorities = [readFileSync(join(folder, "cert.pem"), "utf8")];
    rmSync(folder, { recursive: true });
    const before = passwords;
    expect(await failure({ authorities })).toEqual(
      new StoreError("orders", "DEPTH_ZERO_SELF_SIGNED_CERT"),
    );
    expect(passwords).toBe(before);
  });

  test("whose certificate has another name is sent no token", async () => {
    const before = passwords;
    expect(await failure({ host: "127.0.0.1" })).toEqual(
      new StoreError("orders", "ERR_TLS_CERT_ALTNAME_INVALID"),
    );
    expect(passwords).toBe(before);
  });

  test("is a failed store, and so is a token that is refused or cannot be had", async () => {
    expect(await failure({ port: await freePort() })).toEqual(
      new StoreError("orders", "ECONNREFUSED"),
    );
    const wrong = () => Promise.resolve("wrong");
    expect(await failure({ password: wrong })).toEqual(new StoreError("orders", "28P01"));
    const none = () => Promise.reject(new TypeError("no credentials"));
    expect(await failure({ password: none })).toEqual(new StoreError("orders", "TypeError"));
  });
});
