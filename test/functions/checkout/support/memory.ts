import type { Cart } from "../../../../functions/checkout/carts/cart";
import type { Carts } from "../../../../functions/checkout/carts/carts";
import { createHandler, type Request } from "../../../../functions/checkout/handler";
import { jsonLog } from "../../../../functions/checkout/log";
import type { Order } from "../../../../functions/checkout/orders/order";
import type {
  Orders,
  Origin,
  PlacedOrder,
  Placing,
} from "../../../../functions/checkout/orders/orders";

export const CART = "0b5d3a52-6a8e-4c7e-9a43-7d2f0f6f1c11";
export const OTHER_CART = "5f0c8a8e-6f37-4c0e-8f55-3a1f0c0a7b22";
export const CONTENT = {
  currency: "EUR",
  items: [
    { sku: "lamp-2", quantity: 2, unitPriceMinor: 4_900 },
    { sku: "bulb-7", quantity: 1, unitPriceMinor: 350 },
  ],
};
export const NOW = Date.UTC(2026, 0, 15, 9, 30);

export class MemoryCarts implements Carts {
  readonly carts = new Map<string, Cart>();
  find = (id: string) => Promise.resolve(this.carts.get(id));
  put = (cart: Cart) => {
    const known = this.carts.has(cart.id);
    this.carts.set(cart.id, cart);
    return Promise.resolve(known ? ("replaced" as const) : ("created" as const));
  };
  remove = (id: string) => {
    this.carts.delete(id);
    return Promise.resolve();
  };
}

/** Orders with the two promises of the database: one for each key, and one for each cart. */
export class MemoryOrders implements Orders {
  readonly orders: (PlacedOrder & { key: string })[] = [];
  find = (id: string) => Promise.resolve(this.orders.find(({ order }) => order.id === id)?.order);
  findByKey = (key: string): Promise<PlacedOrder | undefined> =>
    Promise.resolve(this.orders.find((one) => one.key === key));
  place = async (order: Order, { key, digest }: Origin): Promise<Placing> => {
    const placed = await this.findByKey(key);
    if (placed !== undefined) return { kind: "keyUsed", placed };
    const ordered = this.orders.some((one) => one.order.cartId === order.cartId);
    if (ordered) return { kind: "cartOrdered" };
    this.orders.push({ order, key, digest });
    return { kind: "placed" };
  };
}

export function setUp(stores: { carts?: Carts; orders?: Orders } = {}) {
  const { carts = new MemoryCarts(), orders = new MemoryOrders() } = stores;
  const lines: Record<string, unknown>[] = [];
  const sink = (line: string) => void lines.push(JSON.parse(line));
  const log = jsonLog(sink, () => 0, { service: "checkout", environment: "dev" });
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;
  const handle = createHandler({ carts, orders, log, newId, clock: () => NOW });
  const text = (body: unknown) => (typeof body === "string" ? body : JSON.stringify(body));
  const ask = (routeKey: string, rest: Partial<Request> = {}) =>
    handle({ ...{ requestId: "r-1", routeKey, id: "" }, ...rest });
  return {
    ...{ lines, carts, orders, ask },
    putCart: (body: unknown = CONTENT, id = CART) =>
      ask("PUT /v1/carts/{id}", { id, body: text(body) }),
    showCart: (id = CART) => ask("GET /v1/carts/{id}", { id }),
    placeOrder: (idempotencyKey: string | undefined = "key-1", body: unknown = { cartId: CART }) =>
      ask("POST /v1/orders", { idempotencyKey, body: text(body) }),
    showOrder: (id: string) => ask("GET /v1/orders/{id}", { id }),
  };
}
