import * as z from "zod";

/** The one event type this processor handles; a new version is a new type beside it. */
export const ORDER_PLACED = "com.example.orders.order.placed.v1";

const identifier = z.string().min(1).max(128);
/** Minor units of the currency (cents), so that money is never a fraction. */
const minorUnits = z.int().nonnegative();

const item = z.object({
  sku: identifier,
  quantity: z.int().min(1),
  unitPriceMinor: minorUnits,
});

/**
 * What a placed order carries. Unknown members are dropped, not refused: a producer may add
 * members without breaking its consumers.
 */
export const orderPlaced = z.object({
  orderId: identifier,
  customerId: identifier,
  /** ISO 4217, three capital letters. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  totalMinor: minorUnits,
  items: z.array(item).min(1).max(500),
});

export type OrderPlaced = z.infer<typeof orderPlaced>;
