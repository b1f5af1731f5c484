/** As it is placed: the `data` of the event that starts a fulfilment. */
export interface Order {
  /** What is sold. */
  readonly item: string;
  readonly quantity: number;
  /** In the smallest unit of the currency. */
  readonly total: number;
  /** Where it goes to: ISO 3166-1. */
  readonly country: string;
}

const CHECKS: Readonly<Record<keyof Order, (value: unknown) => boolean>> = {
  item: (value) => typeof value === "string" && /^[a-z0-9-]{1,64}$/.test(value),
  quantity: (value) => Number.isInteger(value) && Number(value) > 0,
  total: (value) => Number.isInteger(value) && Number(value) >= 0,
  country: (value) => typeof value === "string" && /^[A-Z]{2}$/.test(value),
};

/** @throws {Error} naming what is missing or wrong, and never its value */
export function orderOf(event: unknown): Order {
  const { data } = (event ?? {}) as { readonly data?: Readonly<Record<string, unknown>> };
  const wrong = Object.entries(CHECKS)
    .filter(([name, holds]) => !holds(data?.[name]))
    .map(([name]) => name);
  if (wrong.length > 0) throw new Error(`not an order: ${wrong.join(", ")}`);
  return data as unknown as Order;
}
