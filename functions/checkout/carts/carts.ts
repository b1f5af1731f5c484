import type { Cart } from "./cart";

/** Where carts are kept until they are ordered, or for a day after their last change. */
export interface Carts {
  /** @throws {StoreError} when the store does not answer in time or at all */
  find(id: string): Promise<Cart | undefined>;

  /**
   * Keeps the cart in place of one with the same id; its day begins anew.
   *
   * @throws {StoreError}
   */
  put(cart: Cart): Promise<"created" | "replaced">;

  /** @throws {StoreError} */
  remove(id: string): Promise<void>;
}

/** How long a cart that nobody changes is kept, in seconds. */
export const KEPT_SECONDS = 86_400;
