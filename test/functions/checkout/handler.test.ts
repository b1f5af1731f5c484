import type { Carts } from "../../../functions/checkout/carts/carts";
import type { Orders } from "../../../functions/checkout/orders/orders";
import { StoreError } from "../../../functions/checkout/store_error";
import { CART, CONTENT, MemoryCarts, type MemoryOrders, OTHER_CART, setUp } from "./support/memory";

const ORDER = {
  id: "00000000-0000-4000-8000-000000000001",
  cartId: CART,
  currency: "EUR",
  totalMinor: 10_150,
  items: CONTENT.items,
  placedAt: "2026-01-15T09:30:00.000Z",
};

const failing = (error: Error): Carts & Orders => {
  const fail = () => Promise.reject(error);
  return { find: fail, put: fail, remove: fail, findByKey: fail, place: fail };
};

describe("a cart", () => {
  test("that was put is shown, and a second put takes its place", async () => {
    const { putCart, showCart } = setUp();
    expect(await putCart()).toMatchObject({ status: 201, body: { id: CART, ...CONTENT } });
    expect(await showCart()).toMatchObject({ status: 200, body: { id: CART, ...CONTENT } });
    expect(await putCart({ ...CONTENT, currency: "USD" })).toMatchObject({ status: 200 });
    expect(await showCart()).toMatchObject({ body: { currency: "USD" } });
  });

  test("is the same one in capital letters", async () => {
    const { putCart, showCart } = setUp();
    await putCart(CONTENT, CART.toUpperCase());
    expect(await showCart()).toMatchObject({ status: 200, body: { id: CART } });
  });

  test("that there is not is a problem, and so is what is no id", async () => {
    const { showCart } = setUp();
    const body = { title: "There is no such cart.", status: 404 };
    const contentType = "application/problem+json";
    expect(await showCart()).toMatchObject({ status: 404, contentType, body });
    expect(await showCart("lamp")).toMatchObject({ status: 404, contentType, body });
  });

  const [item] = CONTENT.items;
  const items = (changes: object) => ({ ...CONTENT, items: [{ ...item, ...changes }] });

  test.each([
    ["nothing", "", "body"],
    ["what is no JSON", "{", "body"],
    ["no item", { ...CONTENT, items: [] }, "items"],
    ["101 items", { ...CONTENT, items: Array(101).fill(item) }, "items"],
    ["none of an item", items({ quantity: 0 }), "items.0.quantity"],
    ["a thousand of an item", items({ quantity: 1_000 }), "items.0.quantity"],
    ["part of a cent", items({ unitPriceMinor: 0.5 }), "items.0.unitPriceMinor"],
    ["a price below nothing", items({ unitPriceMinor: -1 }), "items.0.unitPriceMinor"],
    ["a character that no text of PostgreSQL holds", items({ sku: "a\u0000" }), "items.0.sku"],
    ["a currency that is none", { ...CONTENT, currency: "euro" }, "currency"],
    ["a member too many", { ...CONTENT, total: 1 }, "a member that is not known"],
  ])("of %s is refused in words that quote nothing of it", async (_what, body, members) => {
    const { putCart, showCart } = setUp();
    const title = `Not a cart: ${members}.`;
    expect(await putCart(body)).toMatchObject({ status: 400, body: { title, status: 400 } });
    expect(await showCart()).toMatchObject({ status: 404 });
  });

  test("whose id is no UUID is refused", async () => {
    expect(await setUp().putCart(CONTENT, "mine")).toMatchObject({
      body: { title: "Not a cart: id.", status: 400 },
    });
  });
});

describe("an order", () => {
  test("is what the cart held, with its sum; the cart is gone then", async () => {
    const { putCart, placeOrder, showOrder, showCart } = setUp();
    await putCart();
    expect(await placeOrder()).toEqual({
      status: 201,
      contentType: "application/json",
      headers: { location: `/v1/orders/${ORDER.id}` },
      body: ORDER,
    });
    expect(await showOrder(ORDER.id)).toMatchObject({ status: 200, body: ORDER });
    expect(await showCart()).toMatchObject({ status: 404 });
  });

  test("that is asked for again with its key is answered with the same, and placed once", async () => {
    const { putCart, placeOrder, orders } = setUp();
    await putCart();
    const first = await placeOrder();
    await putCart({ ...CONTENT, currency: "USD" });
    expect(await placeOrder()).toEqual(first);
    expect((orders as MemoryOrders).orders).toHaveLength(1);
  });

  test("of another body under a key that was used is refused, and nothing is placed", async () => {
    const { putCart, placeOrder, orders } = setUp();
    await putCart();
    await putCart(CONTENT, OTHER_CART);
    await placeOrder("key-1");
    expect(await placeOrder("key-1", { cartId: OTHER_CART })).toMatchObject({
      status: 422,
      body: { title: "The Idempotency-Key was used before for another request.", status: 422 },
    });
    expect((orders as MemoryOrders).orders).toHaveLength(1);
  });

  test("of a cart that another key ordered is refused", async () => {
    const { putCart, placeOrder } = setUp();
    await putCart();
    await placeOrder("key-1");
    await putCart();
    expect(await placeOrder("key-2")).toMatchObject({
      body: { title: "The cart was ordered before.", status: 409 },
    });
  });

  test("of no cart is refused and takes no key: put again, it can be ordered", async () => {
    const { putCart, placeOrder } = setUp();
    expect(await placeOrder()).toMatchObject({
      body: { title: "There is no such cart: it expired, or was ordered.", status: 409 },
    });
    await putCart();
    expect(await placeOrder()).toMatchObject({ status: 201 });
  });

  test("whose cart the same key removes in between is found by the key", async () => {
    const carts = new MemoryCarts();
    const { putCart, placeOrder } = setUp({ carts });
    await putCart();
    const find = carts.find;
    let first: unknown;
    carts.find = async (id) => {
      carts.find = find;
      first = await placeOrder();
      return find(id);
    };
    expect(await placeOrder()).toEqual(first);
  });

  test("stands though its cart could not be removed", async () => {
    const carts = new MemoryCarts();
    carts.remove = () => Promise.reject(new StoreError("carts", "TimeoutError"));
    const { putCart, placeOrder, lines } = setUp({ carts });
    await putCart();
    expect(await placeOrder()).toMatchObject({ status: 201 });
    expect(lines[1]).toMatchObject({
      level: "WARN",
      message: "ordered cart left to expire",
      reason: "the store of carts failed: TimeoutError",
    });
  });

  test.each([
    ["no key", ""],
    ["a key of 129 characters", "k".repeat(129)],
    ["a key with a space", "a key"],
    ["a key beyond ASCII", "ключ"],
  ])("with %s is refused", async (_what, key) => {
    expect(await setUp().placeOrder(key)).toMatchObject({
      status: 400,
      body: { title: "Expected the header Idempotency-Key: 1 to 128 visible characters." },
    });
  });

  test.each([
    ["a cart that is no UUID", { cartId: "mine" }, "cartId"],
    ["no cart", {}, "cartId"],
    ["a member too many", { cartId: CART, totalMinor: 1 }, "a member that is not known"],
  ])("of %s is refused", async (_what, body, members) => {
    const title = `Not an order: ${members}.`;
    expect(await setUp().placeOrder("key-1", body)).toMatchObject({ status: 400, body: { title } });
  });

  test("that there is not is a problem, and so is what is no id", async () => {
    const { showOrder } = setUp();
    expect(await showOrder(CART)).toMatchObject({ body: { title: "There is no such order." } });
    expect(await showOrder("1")).toMatchObject({ status: 404 });
  });
});

describe("a store that fails", () => {
  test("is told to the caller, who may try again, and to the log", async () => {
    const broken = failing(new StoreError("orders", "TimeoutError"));
    const { placeOrder, lines } = setUp({ orders: broken });
    expect(await placeOrder()).toMatchObject({
      status: 503,
      headers: { "retry-after": "1" },
      body: { title: "A store does not answer.", status: 503 },
    });
    expect(lines).toEqual([
      {
        timestamp: "1970-01-01T00:00:00.000Z",
        level: "ERROR",
        message: "request failed",
        service: "checkout",
        environment: "dev",
        requestId: "r-1",
        routeKey: "POST /v1/orders",
        status: 503,
        reason: "the store of orders failed: TimeoutError",
      },
    ]);
  });

  test("in a way that nobody foresaw is told by its name alone", async () => {
    const broken = failing(new TypeError("token s3cr3t"));
    const { putCart, lines } = setUp({ carts: broken });
    const answer = await putCart();
    expect(answer).toMatchObject({ status: 500 });
    expect(lines[0]).toMatchObject({ status: 500, reason: "unexpected TypeError" });
    expect(JSON.stringify([answer, lines])).not.toContain("s3cr3t");
  });
});

test("no line says what is in a cart or an order, nor a key", async () => {
  const { putCart, placeOrder, lines } = setUp();
  await putCart();
  await placeOrder("s3cr3t-key");
  expect(lines).toHaveLength(2);
  expect(JSON.stringify(lines)).not.toMatch(/lamp|4900|s3cr3t|EUR/);
});

test("a route that is not built is 404", async () => {
  expect(await setUp().ask("GET /v1/baskets/{id}")).toMatchObject({ status: 404 });
});
