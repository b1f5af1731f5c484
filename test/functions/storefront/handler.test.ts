import { CatalogueError, type Catalogue } from "../../../functions/storefront/catalogue/catalogue";
import { createHandler, type Request } from "../../../functions/storefront/handler";
import type { Item } from "../../../functions/storefront/item";
import { jsonLog } from "../../../functions/storefront/log";

const CONTENT = { name: "Lamp", priceMinor: 4_900, currency: "EUR" };
const LAMP: Item = { id: "lamp-2", ...CONTENT };

class Memory implements Catalogue {
  readonly items = new Map<string, Item>();
  find = (id: string) => Promise.resolve(this.items.get(id));
  put = (item: Item) => {
    const known = this.items.has(item.id);
    this.items.set(item.id, item);
    return Promise.resolve(known ? ("replaced" as const) : ("created" as const));
  };
}

const failing = (error: Error): Catalogue => ({
  find: () => Promise.reject(error),
  put: () => Promise.reject(error),
});

function setUp(catalogue: Catalogue = new Memory()) {
  const lines: Record<string, unknown>[] = [];
  const sink = (line: string) => void lines.push(JSON.parse(line));
  const log = jsonLog(sink, () => 0, { service: "storefront", environment: "dev" });
  const handle = createHandler({ catalogue, log });
  const request = (routeKey: string, body?: string): Request => ({
    ...{ requestId: "r-1", routeKey, id: LAMP.id, body },
  });
  return {
    lines,
    get: () => handle(request("GET /v1/items/{id}")),
    put: (body?: unknown) =>
      handle(request("PUT /v1/items/{id}", typeof body === "string" ? body : JSON.stringify(body))),
    other: () => handle(request("GET /v1/baskets/{id}")),
  };
}

test("an item that was put is shown", async () => {
  const { get, put } = setUp();
  expect(await put(CONTENT)).toMatchObject({ status: 201, body: LAMP });
  expect(await get()).toEqual({ status: 200, contentType: "application/json", body: LAMP });
});

test("an item that is put again takes the place of the first", async () => {
  const { get, put } = setUp();
  await put(CONTENT);
  const cheaper = { ...CONTENT, priceMinor: 3_900 };
  expect(await put(cheaper)).toMatchObject({ status: 200, body: { priceMinor: 3_900 } });
  expect(await get()).toMatchObject({ body: { priceMinor: 3_900 } });
});

test("an item that there is not is a problem of its own, and no failure", async () => {
  const { get, lines } = setUp();
  expect(await get()).toMatchObject({
    status: 404,
    contentType: "application/problem+json",
    body: { title: "There is no such item.", status: 404 },
  });
  expect(lines).toEqual([
    {
      timestamp: "1970-01-01T00:00:00.000Z",
      level: "INFO",
      message: "request answered",
      service: "storefront",
      environment: "dev",
      requestId: "r-1",
      routeKey: "GET /v1/items/{id}",
      status: 404,
    },
  ]);
});

test.each([
  ["nothing", undefined, "Not an item: body."],
  ["what is no JSON", "{", "Not an item: body."],
  ["a list", [], "Not an item: body."],
  ["members that are missing", { name: "Lamp" }, "Not an item: currency, priceMinor."],
  ["a price below nothing", { ...CONTENT, priceMinor: -1 }, "Not an item: priceMinor."],
  ["part of a cent", { ...CONTENT, priceMinor: 0.5 }, "Not an item: priceMinor."],
  ["a currency that is none", { ...CONTENT, currency: "euro" }, "Not an item: currency."],
  ["a member too many", { ...CONTENT, id: "other" }, "Not an item: a member that is not known."],
])("%s is refused in words that quote nothing of it", async (_what, body, title) => {
  const { get, put } = setUp();
  expect(await put(body)).toMatchObject({ status: 400, body: { title, status: 400 } });
  expect(await get()).toMatchObject({ status: 404 });
});

test("a catalogue that fails is told to the caller, who may try again, and to the log", async () => {
  const { get, lines } = setUp(failing(new CatalogueError("TimeoutError")));
  expect(await get()).toMatchObject({ status: 503, headers: { "retry-after": "1" } });
  expect(lines[0]).toMatchObject({
    level: "ERROR",
    message: "request failed",
    status: 503,
    reason: "the catalogue failed: TimeoutError",
  });
});

test("of an error that nobody foresaw, only its name is logged and nothing is told", async () => {
  const { put, lines } = setUp(failing(new TypeError("token s3cr3t")));
  const answer = await put(CONTENT);
  expect(answer).toMatchObject({
    status: 500,
    body: { title: "Something is wrong on our side.", status: 500 },
  });
  expect(lines[0]).toMatchObject({ status: 500, reason: "unexpected TypeError" });
  expect(JSON.stringify([answer, lines])).not.toContain("s3cr3t");
});

test("a route that was declared and not built is 404, not an error", async () => {
  expect(await setUp().other()).toMatchObject({ status: 404 });
});
