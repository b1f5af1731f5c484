import { createHash } from "node:crypto";
import * as z from "zod";
import type { Cart, CartItem } from "../carts/cart";

/** What callers send to place an order. */
export const orderRequest = z.strictObject({
  cartId: z.guid().toLowerCase(),
});

export type OrderRequest = z.infer<typeof orderRequest>;

export interface Order {
  /** UUID. */
  readonly id: string;
  readonly cartId: string;
  /** ISO 4217. */
  readonly currency: string;
  /** In the currency's smallest unit. */
  readonly totalMinor: number;
  readonly items: readonly CartItem[];
  /** RFC 3339, to the millisecond. */
  readonly placedAt: string;
}

/** @param now milliseconds since the epoch */
export const orderOf = (cart: Cart, id: string, now: number): Order => ({
  ...{ id, cartId: cart.id, currency: cart.currency },
  totalMinor: cart.items.reduce((sum, item) => sum + item.quantity * item.unitPriceMinor, 0),
  items: cart.items,
  placedAt: new Date(now).toISOString(),
});

/** SHA-256, hex: tells a request that is sent again from another under the same key. */
export const digestOf = ({ cartId }: OrderRequest): string =>
  createHash("sha256").update(JSON.stringify({ cartId })).digest("hex");

const KEY = /^[!-~]{1,128}$/;

/** The header `Idempotency-Key`: 1 to 128 visible ASCII characters, such as a UUID. */
export const readKey = (header: string | undefined): string | undefined =>
  header !== undefined && KEY.test(header) ? header : undefined;
