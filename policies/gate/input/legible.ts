import { assign, beginningAsJson, isArray, isObject, tryParse } from "../json";
import type { Json, JsonObject } from "../types";

/**
 * As rules see a value: without nulls, "absent" is what is not set; with texts that they may read. What may stay as
 * it is, is not copied: the values are most of what is in memory.
 */
export function visible(value: Json): Json {
  if (typeof value === "string") return legible(value);
  if (isArray(value)) {
    const list = value.map(visible);
    return list.every((child, i) => child === value[i]) ? value : list;
  }
  return isObject(value) ? visibleObject(value) : value;
}

function visibleObject(value: JsonObject): JsonObject {
  const kept: Record<string, Json> = {};
  let isSame = true;
  for (const key of Object.keys(value)) {
    const child = value[key] ?? null;
    const seen = visible(child);
    isSame &&= seen === child && child !== null;
    if (child !== null) assign(kept, key, seen);
  }
  return isSame ? value : kept;
}

/** Half of a pair, written as an escape. */
const HALF =
  /\\u[dD][89abAB][\da-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][\da-fA-F]{2})\\u[dD][c-fC-F][\da-fA-F]{2}/g;

/** A noncharacter of Unicode, which no text should hold: JSON that has it after its first brace is none. */
const BROKEN = "\ufdd0";

/**
 * A text as the rules may read it. The JSON reader of the Wasm ignores what follows a document, takes `[1,]` for a list
 * and stops the judge at half a surrogate pair. So a text that begins as a document and is none is marked behind its
 * first brace, where every reader of JSON stops.
 */
function legible(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
  const beginning = beginningAsJson(whole);
  if (beginning === undefined) return whole;
  if (tryParse(whole) === undefined) return beginning + BROKEN + whole.slice(beginning.length);
  return whole.includes("\\u") ? whole.replace(HALF, "\\ufffd") : whole;
}

/** A message on texts that rules read, as they stand in the plan. */
export function asWritten(message: string): string {
  return message.replace(/(?<=\{)\ufdd0/g, "");
}
