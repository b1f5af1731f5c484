import * as z from "zod";

/** What callers send to put an item: all of it but its id, which the path says. */
export const content = z.strictObject({
  name: z.string().min(1).max(200),
  /** In the currency's smallest unit: cents. */
  priceMinor: z.number().int().min(0).max(1_000_000_000),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  description: z.string().max(2_000).optional(),
});

export type Content = z.infer<typeof content>;

/** One thing that the shop sells. */
export type Item = Content & { readonly id: string };

export interface Refused {
  /** The members that are wrong, such as `currency`; never what was sent. */
  readonly members: readonly string[];
}

/** @param text - the request's body */
export function readContent(text: string | undefined): Content | Refused {
  const parsed = content.safeParse(tryParse(text));
  if (parsed.success) return parsed.data;
  const members = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? ["a member that is not known"] : [issue.path.join(".")],
  );
  return { members: [...new Set(members.map((member) => member || "body"))].sort() };
}

function tryParse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
