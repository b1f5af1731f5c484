import { createHash, createHmac } from "node:crypto";
import type { Change } from "./plan";
import { canonical, valueAt, type Path } from "./values";

/** What may stand in a report: a short value in clear, or a placeholder. */
export type Shown = string | number | boolean | null;

/** Longer values (policies, documents, code) are told by their length and a hash. */
const LONGEST = 80;

/** Names under which secrets travel without a provider marking them. */
const SUSPICIOUS =
  /secret|passw|token|credential|private|api_?key|auth|variables|connection_string/i;

/**
 * Shows a value at a path of a change.
 *
 * A value that the plan marks as sensitive, or whose name suggests it, is never in clear, and its
 * hash is keyed: two values of one report can be told apart, but none can be guessed from it.
 *
 * @param key - made anew for each report, and kept nowhere
 */
export function shown(value: unknown, path: Path, masks: readonly unknown[], key: string): Shown {
  if (value === undefined || value === null) return null;
  const text = typeof value === "string" ? value : canonical(value);
  if (isSecret(value, path, masks)) return placeholder(text, keyed(text, key));
  if (typeof value === "number" || typeof value === "boolean") return value;
  return text.length > LONGEST || isDocument(text) ? placeholder(text, plain(text)) : text;
}

const placeholder = (text: string, hash: string): string =>
  `<redacted:${text.length} chars:${hash.slice(0, 6)}>`;
const keyed = (text: string, key: string) => createHmac("sha256", key).update(text).digest("hex");
const plain = (text: string) => createHash("sha256").update(text).digest("hex");

/** A policy is long whatever its length: its parts mean nothing alone. */
const isDocument = (text: string): boolean => /^\s*\{.*"/s.test(text);

/** All that a plan marks as sensitive in one resource: one mark anywhere is enough. */
export function masksOf(...changes: readonly (Change | undefined)[]): unknown[] {
  return changes.flatMap((change) => [change?.before_sensitive, change?.after_sensitive]);
}

function isSecret(value: unknown, path: Path, masks: readonly unknown[]): boolean {
  return (
    masks.some((mask) => isMarked(mask, path)) ||
    path.some((step) => typeof step === "string" && SUSPICIOUS.test(step)) ||
    namesIn(value).some((name) => SUSPICIOUS.test(name))
  );
}

/** A mark at the path, above it or below it. */
function isMarked(mask: unknown, path: Path): boolean {
  const above = path.some((_, depth) => valueAt(mask, path.slice(0, depth)) === true);
  return above || holdsMark(valueAt(mask, path));
}

function holdsMark(mask: unknown): boolean {
  if (mask === true) return true;
  return typeof mask === "object" && mask !== null && Object.values(mask).some(holdsMark);
}

function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(namesIn)];
}
