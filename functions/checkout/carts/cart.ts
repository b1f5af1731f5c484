import * as z from "zod";

const item = z.strictObject({
  /** Visible ASCII. */
  sku: z.string().regex(/^[!-~]{1,128}$/),
  quantity: z.int().min(1).max(999),
  /** In the currency's smallest unit: cents. */
  unitPriceMinor: z.int().min(0).max(1_000_000_000),
});

/** What callers send to put a cart: all of it but its id, which the path says. */
export const content = z.strictObject({
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** The dearest cart sums to 10¹⁴, which a number still holds exactly. */
  items: z.array(item).min(1).max(100),
});

export type CartItem = z.infer<typeof item>;

export type CartContent = z.infer<typeof content>;

/** What somebody is about to order. */
export type Cart = CartContent & { readonly id: string };
