/**
 * The part of cdktf's `resolve` that does most of the work of synthesis: a walk over values in which few are tokens. cdktf makes a context
 * and tries four regular expressions for each of them, three times; this copies what is plain and leaves each token to cdktf.
 */

type Resolve = (value: unknown) => unknown;

/**
 * The same as cdktf's: a copy without what is undefined, in which nothing is a token any more.
 *
 * @param resolveTokens - cdktf's own, for the smallest part that holds a token
 * @see https://github.com/hashicorp/terraform-cdk/blob/v0.21.0/packages/cdktf/lib/tokens/private/resolve.ts
 */
export function resolvePlain(value: unknown, resolveTokens: Resolve): unknown {
  if (typeof value === "string") return mayHoldToken(value) ? resolveTokens(value) : value;
  if (typeof value === "number") return value < 0 ? resolveTokens(value) : value;
  if (typeof value === "function") return resolveTokens(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return resolveArray(value, resolveTokens);
  return isPlainObject(value) ? resolveObject(value, resolveTokens) : resolveTokens(value);
}

/** A list that is a token has one element, a text or a number, that stands for the whole. */
function resolveArray(values: readonly unknown[], resolveTokens: Resolve): unknown {
  const isToken = values.some(
    (value) =>
      (typeof value === "string" && value.includes("#{TfToken[")) ||
      (typeof value === "number" && value < 0),
  );
  if (isToken) return resolveTokens(values);
  return values
    .map((value) => resolvePlain(value, resolveTokens))
    .filter((value) => value !== undefined);
}

function resolveObject(value: object, resolveTokens: Resolve): unknown {
  const result: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    if (mayHoldToken(key)) return resolveTokens(value);
    const resolved = resolvePlain(each, resolveTokens);
    if (resolved !== undefined) result[key] = resolved;
  }
  return result;
}

/**
 * Texts, lists and maps that stand for a token hold its marker; a number that does is about -8e298 or -2e289, and is
 * written so inside a text. What a map that is a token holds says so.
 */
const mayHoldToken = (text: string): boolean =>
  text.includes("TfToken[") || text.includes("e+2") || text.endsWith(" Map Token Value");

/** Neither a token nor a construct nor a date: cdktf resolves the first, refuses the second and keeps the third. */
const isPlainObject = (value: object): boolean =>
  !("resolve" in value) && !("_children" in value) && !(value instanceof Date);
