import type * as z from "zod";

export interface Refused {
  /** The members that are wrong, such as `currency`; never what was sent. */
  readonly members: readonly string[];
}

/** Reads a request's JSON body, or says which of its members are wrong. */
export function read<T>(schema: z.ZodType<T>, text: string | undefined): T | Refused {
  const parsed = schema.safeParse(tryParse(text));
  if (parsed.success) return parsed.data;
  const members = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? ["a member that is not known"] : [issue.path.join(".")],
  );
  return { members: [...new Set(members.map((member) => member || "body"))].sort() };
}

export const isRefused = (value: object): value is Refused => "members" in value;

function tryParse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The UUID of a path in lower case; undefined: it is none. */
export const readId = (text: string): string | undefined =>
  UUID.test(text) ? text.toLowerCase() : undefined;
