import {
  ValkeyCarts,
  LIMITS,
  type CacheConnection,
  type Limits,
} from "../../../functions/checkout/carts/valkey";
import { StoreError } from "../../../functions/checkout/store_error";
import { CART, CONTENT } from "./support/memory";
import { eventually, freePort, RealValkey } from "./support/servers";

jest.setTimeout(20_000);

let server: RealValkey;
let token: string;
let tokens: number;
const opened: ValkeyCarts[] = [];

async function open(
  changes: Partial<CacheConnection> = {},
  limits: Partial<Limits> = {},
): Promise<ValkeyCarts> {
  const connection = {
    ...{ host: "localhost", port: await server.port, user: "app_checkout" },
    authorities: [server.certificate],
    token: () => {
      tokens += 1;
      return Promise.resolve(token);
    },
  };
  const carts = new ValkeyCarts({ ...connection, ...changes }, { ...LIMITS, ...limits });
  opened.push(carts);
  return carts;
}

/** One that is connected. */
async function connected(limits: Partial<Limits> = {}): Promise<ValkeyCarts> {
  const carts = await open({}, limits);
  await eventually(() => carts.find(CART));
  return carts;
}

const setToken = async (next: string) => {
  await server.ask("ACL", "SETUSER", "app_checkout", "resetpass", `>${next}`);
  token = next;
};

const clients = async () => {
  const list = String(await server.ask("CLIENT", "LIST"));
  const ours = list.split("\n").filter((line) => line.includes("user=app_checkout"));
  return ours.map((line) => /\bid=(\d+)/.exec(line)?.[1]);
};

beforeAll(async () => {
  server = await new RealValkey(">first").start();
});
beforeEach(async () => {
  tokens = 0;
  await setToken("first");
  await server.ask("FLUSHALL");
});
afterEach(() => {
  server.signal("SIGCONT");
  opened.splice(0).forEach((carts) => carts.close());
});
afterAll(() => server.stop());

test("a cart is found as it was put, replaced and removed, and expires after a day", async () => {
  const carts = await connected();
  const cart = { id: CART, ...CONTENT };
  expect(await carts.put(cart)).toBe("created");
  expect(await carts.find(CART)).toEqual(cart);
  await server.ask("EXPIRE", `cart:${CART}`, "10");
  expect(await carts.put({ ...cart, currency: "USD" })).toBe("replaced");
  expect(await carts.find(CART)).toMatchObject({ currency: "USD" });
  expect(Number(await server.ask("TTL", `cart:${CART}`))).toBeGreaterThan(86_390);
  await carts.remove(CART);
  expect(await carts.find(CART)).toBeUndefined();
});

test.each(["{", "[]", '{"currency":"EUR"}'])(
  "what holds no cart, such as %s, is none",
  async (text) => {
    const carts = await connected();
    await server.ask("SET", `cart:${CART}`, text);
    expect(await carts.find(CART)).toBeUndefined();
  },
);

test("a connection that the server ends is made again, with a new token", async () => {
  const carts = await connected();
  await setToken("second");
  await server.ask("CLIENT", "KILL", "USER", "app_checkout");
  const before = tokens;
  expect(await eventually(() => carts.find(CART))).toBeUndefined();
  expect(tokens).toBeGreaterThan(before);
});

test("a connection signs in again before its time is over, and stays the same", async () => {
  await connected({ signIn: 100 });
  const before = await clients();
  await server.ask("CONFIG", "RESETSTAT");
  await eventually(async () => {
    const stats = String(await server.ask("INFO", "commandstats"));
    const calls = /cmdstat_auth:calls=(\d+)/.exec(stats)?.[1];
    expect(Number(calls ?? 0)).toBeGreaterThanOrEqual(2);
    expect(stats).toMatch(/cmdstat_auth:.*failed_calls=0/);
  });
  expect(await clients()).toEqual(before);
});

test("a token that cannot be had again ends no connection", async () => {
  let fails = false;
  const carts = await open(
    { token: () => (fails ? Promise.reject(new Error("no credentials")) : Promise.resolve(token)) },
    { signIn: 50 },
  );
  await eventually(() => carts.find(CART));
  fails = true;
  await new Promise((done) => setTimeout(done, 200));
  expect(await carts.find(CART)).toBeUndefined();
});

test("a cache that stands still is a failed store within the bound, and works when it goes on", async () => {
  const carts = await connected({ command: 200 });
  server.signal("SIGSTOP");
  const started = performance.now();
  await expect(carts.find(CART)).rejects.toEqual(new StoreError("carts", "TimeoutError"));
  expect(performance.now() - started).toBeLessThan(3_000);
  server.signal("SIGCONT");
  expect(await carts.find(CART)).toBeUndefined();
});

test("a connection that never answers again is given up for a new one", async () => {
  const carts = await connected({ command: 100, failures: 2, age: 0 });
  const before = await clients();
  server.signal("SIGSTOP");
  for (let attempt = 0; attempt < 2; attempt++) {
    await expect(carts.find(CART)).rejects.toEqual(new StoreError("carts", "TimeoutError"));
  }
  server.signal("SIGCONT");
  await eventually(() => carts.find(CART));
  const after = await clients();
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
});

test("a cache that is away is told at once, and found again when it is back", async () => {
  const carts = await connected();
  await server.halt();
  await eventually(() =>
    expect(carts.find(CART)).rejects.toEqual(new StoreError("carts", "ClientOfflineError")),
  );
  const started = performance.now();
  await expect(carts.find(CART)).rejects.toBeInstanceOf(StoreError);
  expect(performance.now() - started).toBeLessThan(500);
  await server.go();
  await setToken("first");
  expect(await eventually(() => carts.find(CART))).toBeUndefined();
});

test.each([
  ["that nobody listens as", async () => ({ port: await freePort() })],
  ["whose certificate an unknown authority signed", () => ({ authorities: [] })],
  ["whose certificate has another name", () => ({ host: "127.0.0.1" })],
])("a cache %s is a failed store", async (_what, changes) => {
  const before = tokens;
  const carts = await open(await changes());
  await new Promise((done) => setTimeout(done, 300));
  await expect(carts.find(CART)).rejects.toEqual(new StoreError("carts", "ClientOfflineError"));
  expect(tokens).toBe(before);
});
