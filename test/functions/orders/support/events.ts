import { CloudEvent } from "cloudevents";
import { ORDER_PLACED, type OrderPlaced } from "../../../../functions/orders/order";
import type { Delivery } from "../../../../functions/orders/handler";

export const SOURCE = "https://shop.example.com/checkout";

export function order(n: number): OrderPlaced {
  return {
    orderId: `order-${n}`,
    customerId: `customer-${n}`,
    currency: "EUR",
    totalMinor: 100 * n,
    items: [{ sku: "lamp-2", quantity: n, unitPriceMinor: 100 }],
  };
}

/** A valid event as the CloudEvents SDK writes it. */
export function event(n: number, changes: Record<string, unknown> = {}): string {
  const made = new CloudEvent({
    id: `event-${n}`,
    source: SOURCE,
    type: ORDER_PLACED,
    time: "2026-01-15T09:30:00.000Z",
    data: order(n),
  });
  return JSON.stringify({ ...made.toJSON(), ...changes });
}

export const delivery = (body: string, attempt = 1, messageId = "message-1"): Delivery => ({
  messageId,
  body,
  attempt,
});
