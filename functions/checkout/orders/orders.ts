import type { Order } from "./order";

/** The request that an order came by. */
export interface Origin {
  /** The caller's idempotency key. */
  readonly key: string;
  /** See `digestOf`. */
  readonly digest: string;
}

export interface PlacedOrder {
  readonly order: Order;
  /** Of the request that placed it. */
  readonly digest: string;
}

export type Placing =
  | { readonly kind: "placed" }
  /** The key was used before, for this order. */
  | { readonly kind: "keyUsed"; readonly placed: PlacedOrder }
  /** Another key ordered the cart before. */
  | { readonly kind: "cartOrdered" };

/** Where orders are kept. */
export interface Orders {
  /** @throws {StoreError} when the store does not answer in time or at all */
  find(id: string): Promise<Order | undefined>;

  /** @throws {StoreError} */
  findByKey(key: string): Promise<PlacedOrder | undefined>;

  /**
   * Keeps an order unless its key or its cart has one, all of it or nothing: durable once it resolves.
   *
   * @throws {StoreError} when it is not known that the order stands
   */
  place(order: Order, origin: Origin): Promise<Placing>;
}
