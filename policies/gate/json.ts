import type { Json, JsonObject } from "./types";

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function asArray(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}

export function asString(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The entries that are set. `fromEntries` keeps a key called `__proto__` an ordinary key. */
export function entries(object: JsonObject): [string, Json][] {
  return Object.entries(object).filter((entry): entry is [string, Json] => entry[1] !== undefined);
}

/** Without a list of its keys. */
export function isEmpty(object: object): boolean {
  for (const key in object) if (Object.hasOwn(object, key)) return false;
  return true;
}

/** Sets a member of an object that is being made; one called `__proto__` stays an ordinary key. */
export function assign(object: Record<string, Json | undefined>, key: string, value: Json): void {
  if (key !== "__proto__") object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, writable: true });
}

export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Parses text that may be anything; undefined when it is not JSON. */
export function tryParse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** How a text begins that begins as a JSON object does, or as a list of them: to its first brace. */
export function beginningAsJson(text: string): string | undefined {
  return /^\s*(\{|\[\s*\{)/.exec(text)?.[0];
}

/** Whether a text begins as a JSON object does, or as a list of them. */
export function beginsAsJson(text: string): boolean {
  return beginningAsJson(text) !== undefined;
}

/** One spelling for one value: keys sorted, no white space. Grows one text: it runs over whole plans. */
export function canonical(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  let text = "";
  if (isArray(value)) {
    for (const child of value) text += `${text === "" ? "" : ","}${canonical(child)}`;
    return `[${text}]`;
  }
  for (const key of sortedKeys(value)) {
    text += `${text === "" ? "" : ","}${quoted(key)}:${canonical(value[key] ?? null)}`;
  }
  return `{${text}}`;
}

/** Terraform sorts the keys of maps: most objects need no sorting. */
function sortedKeys(object: JsonObject): string[] {
  const keys = Object.keys(object);
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] as string) > (keys[i] as string)) return keys.sort();
  }
  return keys;
}

const quotes = new Map<string, string>();

function quoted(key: string): string {
  const known = quotes.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(key);
  if (quotes.size < 10_000) quotes.set(key, text);
  return text;
}
