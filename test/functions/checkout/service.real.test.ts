import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import cart from "../../../functions/checkout/examples/cart.json";
import order from "../../../functions/checkout/examples/order.json";
import { ROOT } from "../orders/support/bundles";
import { eventually, freePort, RealPostgres, RealValkey } from "./support/servers";

jest.setTimeout(60_000);

/** The bundle in a process of its own, which may read files and write none. */
class Container {
  readonly lines: Record<string, unknown>[] = [];
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;
  private errors = "";

  constructor(folder: string, env: Record<string, string>) {
    const network = process.allowedNodeEnvironmentFlags.has("--allow-net") ? ["--allow-net"] : [];
    const flags = ["--experimental-permission", "--allow-fs-read=*", ...network];
    const child = spawn(process.execPath, [...flags, "server.cjs"], { env, cwd: folder });
    let rest = "";
    child.stdout.on("data", (chunk: Buffer) => {
      const [last = "", ...lines] = (rest + chunk.toString()).split("\n").reverse();
      rest = last;
      this.lines.push(...lines.reverse().map((line) => JSON.parse(line)));
    });
    child.stderr.on("data", (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = new Promise((done) => child.on("close", done));
    this.child = child;
  }

  async stop(): Promise<number | null> {
    this.child.kill("SIGTERM");
    return this.ended;
  }

  /** What Node says, but that its permissions are new. */
  get said(): string {
    return this.errors.replace(/^.*(ExperimentalWarning|--trace-warnings).*\n/gm, "");
  }

  messages = () => this.lines.map(({ message }) => message);
}

let folder: string;
let database: RealPostgres;
let cache: RealValkey;
let port: number;
let container: Container;

const ask = (method: string, path: string, body?: unknown, key?: string) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).then(async (response) => ({
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  }));

const CART_PATH = `/v1/carts/${order.cartId}`;

async function run(): Promise<Container> {
  port = await freePort();
  return new Container(folder, {
    ...{ PORT: String(port), SERVICE: "checkout", ENVIRONMENT: "dev", AWS_REGION: "us-east-1" },
    ...{ AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "example-secret" },
    ...{ ORDERS_DATABASE_HOST: "localhost", ORDERS_DATABASE_PORT: String(await database.port) },
    ...{ ORDERS_DATABASE_NAME: "orders", ORDERS_DATABASE_USER: "app_checkout" },
    ORDERS_DATABASE_CA_FILE: database.certificateFile,
    ...{ CARTS_CACHE_HOST: "localhost", CARTS_CACHE_PORT: String(await cache.port) },
    ...{ CARTS_CACHE_NAME: "dev-c01-checkout-carts", CARTS_CACHE_USER: "app_checkout" },
    NODE_EXTRA_CA_CERTS: cache.certificateFile,
  });
}

const ready = () => eventually(async () => expect((await ask("GET", "/healthz")).status).toBe(200));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plinth-checkout-"));
  const build = join(ROOT, "functions/checkout/build.mjs");
  execFileSync(process.execPath, [build, join(folder, "server.cjs")]);
  [database, cache] = await Promise.all([
    new RealPostgres("trust").start(),
    new RealValkey("nopass").start(),
  ]);
});
beforeEach(async () => {
  container = await run();
});
afterEach(async () => {
  await container.stop();
  expect(container.said).toBe("");
});
afterAll(async () => {
  await Promise.all([database.stop(), cache.stop()]);
  rmSync(folder, { recursive: true });
});

test("the bundle names no path of the machine that made it", () => {
  expect(readFileSync(join(folder, "server.cjs"), "utf8")).not.toContain(ROOT);
});

test("20 posts at once with one key make one order, which all of them are told", async () => {
  await ready();
  expect(await ask("PUT", CART_PATH, cart)).toMatchObject({ status: 201 });
  const posts = Array.from({ length: 20 }, () => ask("POST", "/v1/orders", order, "key-1"));
  const [first, ...others] = await Promise.all(posts);
  expect(first).toMatchObject({ status: 201, body: { totalMinor: 10_150, items: cart.items } });
  for (const { status, body, headers } of others) {
    expect({ status, body }).toEqual({ status: 201, body: first?.body });
    expect(headers.get("location")).toBe(`/v1/orders/${String(first?.body["id"])}`);
  }
  expect(await database.ask("SELECT count(*)::int FROM orders")).toEqual([{ count: 1 }]);
  expect(await database.ask("SELECT count(*)::int FROM order_items")).toEqual([{ count: 2 }]);

  const path = first?.headers.get("location") ?? "";
  expect(await ask("GET", path)).toMatchObject({ status: 200, body: first?.body ?? {} });
  expect(await ask("GET", CART_PATH)).toMatchObject({ status: 404 });
  const other = { cartId: "5f0c8a8e-6f37-4c0e-8f55-3a1f0c0a7b22" };
  expect(await ask("POST", "/v1/orders", other, "key-1")).toMatchObject({ status: 422 });
  expect(JSON.stringify(container.lines)).not.toMatch(/lamp|key-1|X-Amz|example-secret/);
});

test("one store that fails leaves the other, and is found again", async () => {
  await ready();
  await database.halt();
  expect(await ask("PUT", CART_PATH, cart)).toMatchObject({ status: 201 });
  const failed = await ask("POST", "/v1/orders", order, "key-2");
  expect(failed).toMatchObject({ status: 503, body: { title: "A store does not answer." } });
  expect(failed.headers.get("retry-after")).toBe("1");
  expect(await ask("GET", "/healthz")).toMatchObject({ status: 200 });
  await database.go();
  await database.ask("TRUNCATE orders, order_items");
  expect(await ask("POST", "/v1/orders", order, "key-2")).toMatchObject({ status: 201 });
});

test("without its database it lives, is not ready, and becomes so when the database comes", async () => {
  await container.stop();
  await database.halt();
  container = await run();
  await eventually(async () => {
    const health = await ask("GET", "/healthz");
    expect(health).toMatchObject({ status: 503, body: { title: "The service is starting." } });
  });
  await eventually(() =>
    expect(container.lines).toContainEqual(
      expect.objectContaining({
        level: "WARN",
        message: "not ready: the schema could not be made",
        reason: "the store of orders failed: ECONNREFUSED",
      }),
    ),
  );
  expect(await ask("GET", CART_PATH)).toMatchObject({ status: 503 });
  await database.go();
  await ready();
});

test("told to stop, it takes nothing new, ends what is under way and ends well", async () => {
  await ready();
  await ask("PUT", CART_PATH, cart);
  await database.ask("TRUNCATE orders, order_items");
  const underWay = await database.asAdministrator(async (client) => {
    await client.query("BEGIN");
    await client.query("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
    const post = ask("POST", "/v1/orders", order, "key-3");
    await eventually(async () => {
      const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
      expect(await database.ask(waiting)).toHaveLength(1);
    });
    const ended = container.stop();
    await eventually(() => expect(ask("GET", "/healthz")).rejects.toThrow());
    await client.query("COMMIT");
    const answered = await post;
    expect(await ended).toBe(0);
    return answered;
  });
  expect(underWay.status).toBe(201);
  expect(underWay.headers.get("connection")).toBe("close");
  expect(container.messages().slice(-3)).toEqual(["stopping", "request answered", "stopped"]);
});

test("told to stop before it is ready, it ends well and at once", async () => {
  await eventually(() => expect(container.messages()).toContain("listening"));
  const started = performance.now();
  expect(await container.stop()).toBe(0);
  expect(performance.now() - started).toBeLessThan(5_000);
});
