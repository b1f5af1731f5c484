import { answer, problem, unavailable, type Answer } from "./answer";
import { content, type Cart } from "./carts/cart";
import type { Carts } from "./carts/carts";
import type { Log } from "./log";
import { digestOf, orderOf, orderRequest, readKey, type Order } from "./orders/order";
import type { Orders, PlacedOrder } from "./orders/orders";
import { isRefused, read, readId, type Refused } from "./reading";
import { StoreError } from "./store_error";

/** One request to a route. */
export interface Request {
  readonly requestId: string;
  /** Such as `GET /v1/carts/{id}`. */
  readonly routeKey: string;
  /** The path's `{id}`; empty where it has none. */
  readonly id: string;
  readonly idempotencyKey?: string | undefined;
  readonly body?: string | undefined;
}

export interface Ports {
  readonly carts: Carts;
  readonly orders: Orders;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** A new UUID. */
  readonly newId: () => string;
  readonly log: Log;
}

export type Handler = (request: Request) => Promise<Answer>;

type Route = (ports: Ports, request: Request) => Promise<Answer>;

const ROUTES: ReadonlyMap<string, Route> = new Map([
  ["PUT /v1/carts/{id}", putCart],
  ["GET /v1/carts/{id}", showCart],
  ["POST /v1/orders", placeOrder],
  ["GET /v1/orders/{id}", showOrder],
]);

/** Answers one request. Never rejects: what fails is logged and told to the caller without its cause. */
export function createHandler(ports: Ports): Handler {
  return async (request) => {
    const { requestId, routeKey } = request;
    try {
      const answered = await route(routeKey)(ports, request);
      ports.log("INFO", "request answered", { requestId, routeKey, status: answered.status });
      return answered;
    } catch (error) {
      const failed = failure(error);
      ports.log("ERROR", "request failed", {
        ...{ requestId, routeKey, status: failed.status },
        reason: whyOf(error),
      });
      return failed;
    }
  };
}

function route(key: string): Route {
  return ROUTES.get(key) ?? (() => Promise.resolve(problem(404, "There is no such route.")));
}

async function putCart({ carts }: Ports, request: Request): Promise<Answer> {
  const id = readId(request.id);
  if (id === undefined) return refusal("a cart", { members: ["id"] });
  const sent = read(content, request.body);
  if (isRefused(sent)) return refusal("a cart", sent);
  const cart: Cart = { id, ...sent };
  return answer((await carts.put(cart)) === "created" ? 201 : 200, cart);
}

async function showCart({ carts }: Ports, request: Request): Promise<Answer> {
  const id = readId(request.id);
  const cart = id === undefined ? undefined : await carts.find(id);
  return cart === undefined ? problem(404, "There is no such cart.") : answer(200, cart);
}

async function showOrder({ orders }: Ports, request: Request): Promise<Answer> {
  const id = readId(request.id);
  const order = id === undefined ? undefined : await orders.find(id);
  return order === undefined ? problem(404, "There is no such order.") : answer(200, order);
}

async function placeOrder(ports: Ports, request: Request): Promise<Answer> {
  const key = readKey(request.idempotencyKey);
  if (key === undefined) {
    return problem(400, "Expected the header Idempotency-Key: 1 to 128 visible characters.");
  }
  const wanted = read(orderRequest, request.body);
  if (isRefused(wanted)) return refusal("an order", wanted);
  const digest = digestOf(wanted);
  const before = await ports.orders.findByKey(key);
  if (before !== undefined) return again(before, digest);
  const cart = await ports.carts.find(wanted.cartId);
  if (cart !== undefined) return placeCart(ports, request, cart, { key, digest });
  // The same key may have ordered the cart, and so removed it, since it was asked for.
  const meanwhile = await ports.orders.findByKey(key);
  return meanwhile === undefined
    ? problem(409, "There is no such cart: it expired, or was ordered.")
    : again(meanwhile, digest);
}

async function placeCart(
  ports: Ports,
  { requestId, routeKey }: Request,
  cart: Cart,
  origin: { key: string; digest: string },
): Promise<Answer> {
  const order = orderOf(cart, ports.newId(), ports.clock());
  const placing = await ports.orders.place(order, origin);
  if (placing.kind === "keyUsed") return again(placing.placed, origin.digest);
  if (placing.kind === "cartOrdered") return problem(409, "The cart was ordered before.");
  await ports.carts.remove(cart.id).catch((error: unknown) => {
    // The order stands, and a second one of the cart cannot: it may as well expire.
    const reason = whyOf(error);
    ports.log("WARN", "ordered cart left to expire", { requestId, routeKey, reason });
  });
  return told(order);
}

const again = ({ order, digest }: PlacedOrder, wanted: string): Answer =>
  digest === wanted
    ? told(order)
    : problem(422, "The Idempotency-Key was used before for another request.");

/** The same for the request that places an order and for all that repeat it. */
const told = (order: Order): Answer => answer(201, order, { location: `/v1/orders/${order.id}` });

const refusal = (what: string, { members }: Refused): Answer =>
  problem(400, `Not ${what}: ${members.join(", ")}.`);

/** A store that does not answer may do so again in a moment. */
const failure = (error: unknown): Answer =>
  error instanceof StoreError
    ? unavailable("A store does not answer.")
    : problem(500, "Something is wrong on our side.");

/** The message of an unforeseen error may quote anything: only what it is goes to the log. */
const whyOf = (error: unknown): string =>
  error instanceof StoreError
    ? error.message
    : `unexpected ${error instanceof Error ? error.name : "error"}`;
