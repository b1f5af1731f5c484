import { BYTES } from "./bytes";
import { PLAIN, numberEnd, wordEnd } from "./lexis";

const { QUOTE, BACKSLASH, COLON, COMMA, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST } = BYTES;
const plain = PLAIN;

/** What is not spelled canonically, or nests too deep, or is no JSON: whoever asked has to read it with care. */
const NOT = -1;
const ESCAPES = new Set([...'"\\bfnrt'].map((letter) => letter.charCodeAt(0)));

/**
 * Index after the value at `from` when it is spelled canonically already, as most of what Terraform
 * writes is: it can then be taken as it stands. Else -1.
 *
 * @param levels how many levels it may have
 * @throws Damage, or says -1, where it is not JSON
 */
export function spelledEnd(bytes: Uint8Array, from: number, levels: number): number {
  const byte = bytes[from];
  if (byte === QUOTE) return stringEnd(bytes, from);
  if (byte === OPEN) return objectEnd(bytes, from, levels - 1);
  if (byte === OPEN_LIST) return listEnd(bytes, from, levels - 1);
  // White space, or the end.
  if (byte === undefined || byte <= 0x20) return NOT;
  return wordEnd(bytes, from) ?? numberEnd(bytes, from);
}

function stringEnd(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  for (;;) {
    const byte = bytes[at] as number;
    if (plain[byte] === 1) at++;
    else if (byte === QUOTE) return at + 1;
    else if (byte === BACKSLASH && ESCAPES.has(bytes[at + 1] as number)) at += 2;
    else return NOT;
  }
}

function objectEnd(bytes: Uint8Array, from: number, levels: number): number {
  let at = from + 1;
  if (bytes[at] === CLOSE) return at + 1;
  if (levels < 0) return NOT;
  for (let before = NOT, beforeEnd = NOT; ; at++) {
    const key = at;
    const keyEnd = bytes[key] === QUOTE ? stringEnd(bytes, key) : NOT;
    if (bytes[keyEnd] !== COLON) return NOT;
    if (!isBefore(bytes, before, beforeEnd, key, keyEnd)) return NOT;
    before = key;
    beforeEnd = keyEnd;
    at = spelledEnd(bytes, keyEnd + 1, levels);
    if (bytes[at] === CLOSE) return at + 1;
    if (bytes[at] !== COMMA) return NOT;
  }
}

function listEnd(bytes: Uint8Array, from: number, levels: number): number {
  let at = from + 1;
  if (bytes[at] === CLOSE_LIST) return at + 1;
  if (levels < 0) return NOT;
  for (; ; at++) {
    at = spelledEnd(bytes, at, levels);
    if (bytes[at] === CLOSE_LIST) return at + 1;
    if (bytes[at] !== COMMA) return NOT;
  }
}

/** Whether a text of bytes comes before another one; one that there is not does. */
function isBefore(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  if (a === NOT) return true;
  const length = Math.min(aEnd - a, bEnd - b);
  for (let i = 0; i < length; i++) {
    const difference = (bytes[a + i] as number) - (bytes[b + i] as number);
    if (difference !== 0) return difference < 0;
  }
  return aEnd - a < bEnd - b;
}
