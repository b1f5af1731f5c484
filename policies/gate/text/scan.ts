/**
 * Finds values in JSON without parsing what lies between: most of a plan is never looked at, and parsing it
 * would cost more than judging.
 */
import { BYTES } from "./bytes";
import { Damage, damageAt } from "./damage";
import { MAX_DEPTH, PLAIN, escapeOf, numberEnd, skipSpace, wordEnd } from "./lexis";

/** Byte range of a value: [start, end). */
export type Slice = readonly [number, number];

const { QUOTE, BACKSLASH, COLON, COMMA, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST } = BYTES;
const plain = PLAIN;

/** Parses one slice. @throws SyntaxError when it is not JSON, TypeError when it is not UTF-8 */
export function decode(bytes: Uint8Array, [start, end]: Slice): unknown {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end));
  return JSON.parse(text) as unknown;
}

/**
 * Index after the value at `from`, every byte of which is checked. Equal keys pass here.
 *
 * @throws Damage where it is not JSON
 */
export function checkedEnd(bytes: Uint8Array, from: number, depth = 0): number {
  const byte = bytes[from];
  if (byte === QUOTE) return checkedString(bytes, from);
  if (byte === OPEN || byte === OPEN_LIST) return checkedNested(bytes, from, byte, depth + 1);
  return wordEnd(bytes, from) ?? numberEnd(bytes, from);
}

function checkedString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  for (;;) {
    const byte = bytes[at] as number;
    if (plain[byte] === 1) at++;
    else if (byte === QUOTE) return at + 1;
    else at += escapeOf(bytes, at).length;
  }
}

function checkedNested(bytes: Uint8Array, from: number, open: number, depth: number): number {
  if (depth > MAX_DEPTH) throw new Damage("deep", from);
  const close = open === OPEN ? CLOSE : CLOSE_LIST;
  let at = spaceEnd(bytes, from + 1);
  if (bytes[at] === close) return at + 1;
  for (;;) {
    if (open === OPEN) at = valueStart(bytes, at);
    at = spaceEnd(bytes, checkedEnd(bytes, at, depth));
    if (bytes[at] === close) return at + 1;
    if (bytes[at] !== COMMA) throw damageAt(bytes, at);
    at = spaceEnd(bytes, at + 1);
  }
}

/** Passes a key and its colon. */
export function valueStart(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== QUOTE) throw damageAt(bytes, from);
  const at = spaceEnd(bytes, checkedString(bytes, from));
  if (bytes[at] !== COLON) throw damageAt(bytes, at);
  return spaceEnd(bytes, at + 1);
}

function spaceEnd(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) <= 0x20 ? skipSpace(bytes, at) : at;
}

/** Index after the value at `from`, where it is known to be good JSON. */
export function valueEnd(bytes: Uint8Array, from: number): number {
  const first = bytes[from];
  if (first === QUOTE) return stringEnd(bytes, from);
  if (first === OPEN || first === OPEN_LIST) return nestedEnd(bytes, from);
  let at = from;
  while (at < bytes.length && !isDelimiter(bytes[at] as number)) at++;
  return at;
}

function isDelimiter(byte: number): boolean {
  return byte === COMMA || byte === CLOSE || byte === CLOSE_LIST || byte <= 0x20;
}

function stringEnd(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; ; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at++;
    else if (byte === QUOTE) return at + 1;
  }
}

function nestedEnd(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; ; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = stringEnd(bytes, at) - 1;
    else if (byte === OPEN || byte === OPEN_LIST) depth++;
    else if ((byte === CLOSE || byte === CLOSE_LIST) && --depth === 0) return at + 1;
  }
}

/**
 * Calls back for each member of the object at `from`, which is known to be good JSON.
 *
 * @param visit is given the place of its key within the quotes, and of its value
 */
export function eachMember(
  bytes: Uint8Array,
  from: number,
  visit: (key: number, keyEnd: number, start: number, end: number) => void,
): void {
  let at = spaceEnd(bytes, from + 1);
  while (bytes[at] !== CLOSE) {
    const keyEnd = stringEnd(bytes, at);
    const start = spaceEnd(bytes, spaceEnd(bytes, keyEnd) + 1);
    const end = valueEnd(bytes, start);
    visit(at + 1, keyEnd - 1, start, end);
    at = spaceEnd(bytes, end);
    if (bytes[at] === COMMA) at = spaceEnd(bytes, at + 1);
  }
}

/** Calls back for each element of the list at `from`, which is known to be good JSON. */
export function eachElement(
  bytes: Uint8Array,
  from: number,
  visit: (start: number, end: number) => void,
): void {
  let at = spaceEnd(bytes, from + 1);
  while (bytes[at] !== CLOSE_LIST) {
    const end = valueEnd(bytes, at);
    visit(at, end);
    at = spaceEnd(bytes, end);
    if (bytes[at] === COMMA) at = spaceEnd(bytes, at + 1);
  }
}
