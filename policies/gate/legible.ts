import { entries, isArray, isObject, tryParse } from "./json";
import { standIn } from "./sensitive";
import type { Json } from "./types";

/** As rules see a value: without nulls, "absent" is what is not set; with texts that they may read. */
export function visible(value: Json): Json {
  if (typeof value === "string") return legible(value);
  if (isArray(value)) return value.map(visible);
  if (!isObject(value)) return value;
  const kept: [string, Json][] = [];
  for (const [key, child] of entries(value)) if (child !== null) kept.push([key, visible(child)]);
  return Object.fromEntries(kept);
}

/** Half of a pair, written as an escape. */
const HALF =
  /\\u[dD][89abAB][\da-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][\da-fA-F]{2})\\u[dD][c-fC-F][\da-fA-F]{2}/g;

/**
 * A text as the rules may read it. The JSON reader of the Wasm ignores what follows a document, takes `[1,]` for a list
 * and stops the judge at half a surrogate pair. So a text that begins as a document and is none is replaced by one that
 * nobody reads as JSON, another for each.
 */
function legible(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
  if (!/^\s*\{/.test(whole)) return whole;
  if (tryParse(whole) === undefined) return `{${standIn(text)}`;
  return whole.includes("\\u") ? whole.replace(HALF, "\\ufffd") : whole;
}
