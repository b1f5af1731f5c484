import type { Item } from "../item";

/** Where items are kept. */
export interface Catalogue {
  /** @throws CatalogueError when the store does not answer in time or at all */
  find(id: string): Promise<Item | undefined>;

  /**
   * Keeps the item in place of one with the same id.
   *
   * @throws CatalogueError
   */
  put(item: Item): Promise<"created" | "replaced">;
}

/** The store failed; its name says how, and nothing of what it was sent. */
export class CatalogueError extends Error {
  constructor(readonly reason: string) {
    super(`the catalogue failed: ${reason}`);
    this.name = "CatalogueError";
  }
}
